import { useEffect } from 'preact/hooks';
import type { ApiError, FailureKind } from '../api/request';
import { useI18n } from '../i18n/context';
import type { Dictionary } from '../i18n/ja';
import { PageTitle } from './page-title';

function textOf(kind: FailureKind, { state }: Dictionary): [title: string, text: string] {
  switch (kind) {
    case 'offline':
      return [state.offlineTitle, state.offlineText];
    case 'timeout':
      return [state.timeoutTitle, state.timeoutText];
    case 'busy':
      return [state.busyTitle, state.busyText];
    case 'refused':
    case 'notFound':
      return [state.refusedTitle, state.refusedText];
    case 'server':
      return [state.serverTitle, state.serverText];
  }
}

interface FailureProps {
  error: ApiError;
  onRetry: () => void;
  /** It is all the page has to show: what went wrong is the page's heading then. */
  isPage?: boolean;
}

/** What went wrong, said plainly, with a way on. */
export function Failure({ error, onRetry, isPage = false }: FailureProps) {
  const { t } = useI18n();
  const [title, text] = textOf(error.kind, t);
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <div class="notice notice-error" role="alert">
      {isPage ? <PageTitle text={title} /> : <p class="notice-title">{title}</p>}
      <p>{text}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t.state.retry}
      </button>
    </div>
  );
}
