import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ApiError, FailureKind } from '../api/request';
import { useI18n } from '../i18n/context';
import type { Dictionary } from '../i18n/ja';
import { PageTitle } from './page-title';
import { Trouble } from './trouble';

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

const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 30_000;

/**
 * What went wrong, said plainly, with a way on. What may pass by itself is asked again after pauses that double: the
 * first attempt after the browser says that it is online often fails, and it says so only once. Pauses are cut by up to a
 * half at random, so that people whom a busy server turned away do not all come back at once.
 */
export function Failure({ error, onRetry, isPage = false }: FailureProps) {
  const { t } = useI18n();
  const [title, text] = textOf(error.kind, t);
  const pauseMillis = useRef(FIRST_PAUSE_MILLIS);
  useLayoutEffect(() => {
    const onOnline = () => {
      pauseMillis.current = FIRST_PAUSE_MILLIS;
      onRetry();
    };
    addEventListener('online', onOnline);
    return () => removeEventListener('online', onOnline);
  }, [onRetry]);
  useLayoutEffect(() => {
    if (!error.isTemporary) return;
    const timer = setTimeout(onRetry, pauseMillis.current * (0.5 + Math.random() / 2));
    pauseMillis.current = Math.min(2 * pauseMillis.current, LONGEST_PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [error]);
  return (
    <Trouble onRetry={onRetry} isPage={isPage}>
      {isPage ? <PageTitle text={title} /> : <p class="notice-title">{title}</p>}
      <p>{text}</p>
    </Trouble>
  );
}
