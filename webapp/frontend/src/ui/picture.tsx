interface PictureProps {
  source: string;
  alt: string;
  /** Above the fold: load at once. */
  isEager?: boolean;
  class?: string;
}

/** The generated pictures' size in pixels; also the ratio that CSS reserves. */
const WIDTH = 400;
const HEIGHT = 300;

/** A thumbnail. The server answers with AVIF or WebP under the same address where the browser accepts it. */
export function Picture({ source, alt, isEager = false, class: className }: PictureProps) {
  return (
    <img
      class={className}
      src={source}
      alt={alt}
      width={WIDTH}
      height={HEIGHT}
      loading={isEager ? 'eager' : 'lazy'}
      decoding="async"
      fetchpriority={isEager ? 'high' : 'auto'}
    />
  );
}
