import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context';
import { markNavigation } from './page-title';

interface TroubleProps {
  onRetry: () => void;
  /** It is all the page has to show. */
  isPage?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** Says that something failed, with a way on. If that helps, the heading of what comes in its place takes its focus. */
export function Trouble({ onRetry, isPage = false, class: className = '', children }: TroubleProps) {
  const { t } = useI18n();
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => () => {
      if (!notice.current?.contains(document.activeElement)) return;
      if (isPage) markNavigation();
      else focusHeading(notice.current);
    },
    [],
  );
  return (
    <div ref={notice} class={`notice notice-error ${className}`.trim()} role="alert">
      {children}
      <button type="button" class="button" onClick={onRetry}>
        {t.state.retry}
      </button>
    </div>
  );
}

function focusHeading(part: Element): void {
  const inSection = part.closest('section')?.querySelector<HTMLElement>('h1, h2');
  const heading = inSection ?? document.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
