import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context';

/** Set once the first page is shown: from then on a new page's heading takes the focus. */
let hasNavigated = false;

export function markNavigation(): void {
  hasNavigated = true;
}

/** A page's heading. It names the document and, after a navigation, takes the focus so that it is read out. */
export function PageTitle({
  text,
  lang,
  document: title = text,
}: {
  text: string;
  lang?: string;
  document?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useI18n();
  useEffect(() => {
    document.title = title.startsWith(t.siteName) ? title : `${title} | ${t.siteName}`;
  }, [title, t]);
  useEffect(() => {
    if (!hasNavigated) return;
    hasNavigated = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} {...(lang ? { lang } : {})}>
      {text}
    </h1>
  );
}
