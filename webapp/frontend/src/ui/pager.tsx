import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import { pageWindow } from '../lib/page-window';

interface PagerProps {
  current: number;
  last: number;
  hrefOf: (page: number) => string;
}

/** Links, not buttons: pages can be opened in tabs, shared and gone back from. */
export function Pager({ current, last, hrefOf }: PagerProps) {
  const { format } = useI18n();
  const text = useSearchTexts();
  if (last <= 1) return null;
  return (
    <nav class="pager" aria-label={text.pager.label}>
      {current > 1 && (
        <a class="pager-link" rel="prev" href={hrefOf(Math.min(current - 1, last))}>
          <span aria-hidden="true">‹ </span>
          {text.pager.previous}
        </a>
      )}
      <ul class="pager-pages">
        {pageWindow(current, last).map((slot, index) => (
          <li key={slot === 'gap' ? `gap${index}` : slot}>
            {slot === 'gap' ? (
              <span class="pager-gap">…</span>
            ) : (
              <a
                class="pager-link"
                href={hrefOf(slot)}
                aria-label={text.pager.page(format.number(slot))}
                aria-current={slot === current ? 'page' : undefined}
              >
                {format.number(slot)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {current < last && (
        <a class="pager-link" rel="next" href={hrefOf(current + 1)}>
          {text.pager.next}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
