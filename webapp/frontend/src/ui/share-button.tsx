import { useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';

/** Hands the page's address on by the browser's own sheet; where there is none, copies it and says so. */
export function ShareButton({ title }: { title: string }) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState('');
  const onClick = async () => {
    const url = location.href;
    try {
      if (navigator.share) {
        await navigator.share({ title, url });
        return;
      }
      await navigator.clipboard.writeText(url);
      setOutcome(t.share.copied);
    } catch (failure) {
      // Somebody closed the sheet: nothing to tell.
      if (!(failure instanceof DOMException && failure.name === 'AbortError')) setOutcome(t.share.failed);
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={onClick}>
        {t.share.share}
      </button>
      <span class="hint" role="status">
        {outcome}
      </span>
    </>
  );
}
