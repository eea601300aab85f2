import { useEffect, useState } from 'preact/hooks';
import { Logo } from './icons';

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

/**
 * A thumbnail. The server answers with AVIF or WebP under the same address where the browser accepts it. A picture that
 * does not arrive leaves a quiet mark in its place, and is asked for again when the connection is back.
 */
export function Picture({ source, alt, isEager = false, class: className = '' }: PictureProps) {
  // The address that failed, not a flag that an effect would take back: a failure may come before the effects run.
  const [missing, setMissing] = useState<string>();
  useEffect(() => {
    const onOnline = () => setMissing(undefined);
    addEventListener('online', onOnline);
    return () => removeEventListener('online', onOnline);
  }, []);
  const classes = `picture ${className}`.trim();
  if (missing === source) {
    const text = alt === '' ? {} : { role: 'img' as const, 'aria-label': alt };
    return (
      <div class={`${classes} picture-missing`} {...text}>
        <Logo />
      </div>
    );
  }
  return (
    <img
      class={classes}
      src={source}
      alt={alt}
      width={WIDTH}
      height={HEIGHT}
      loading={isEager ? 'eager' : 'lazy'}
      decoding="async"
      fetchpriority={isEager ? 'high' : 'auto'}
      onError={() => setMissing(source)}
    />
  );
}
