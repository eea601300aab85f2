import type { Kind } from '../data/kept';
import { useTrailTexts } from '../i18n/trail';
import { placeOf, returnTo } from '../lib/trail';

/** To the one before and after in the results that this was chosen from, and back to its place there. */
export function TrailLinks({ kind, id }: { kind: Kind; id: number }) {
  const text = useTrailTexts();
  const place = placeOf(kind, id);
  if (!place) return null;
  return (
    <nav class="trail" aria-label={text.label}>
      <a href={place.href} onClick={() => returnTo(kind, id)}>
        {text.back}
      </a>
      {place.previous && (
        <a rel="prev" href={place.previous}>
          <span aria-hidden="true">‹ </span>
          {text.previous}
        </a>
      )}
      {place.next && (
        <a rel="next" href={place.next}>
          {text.next}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
