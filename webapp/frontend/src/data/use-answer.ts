import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ApiRequest } from '../api/request';
import { type Answer, keyOf, peek, refresh, subscribe } from './store';

export interface LiveAnswer<T> extends Answer<T> {
  /** True while `data` belongs to the previous request (see `keepPrevious`). */
  readonly isPrevious: boolean;
  retry(): void;
}

/**
 * The answer to a request, kept up to date while the component is shown; null asks nothing.
 *
 * @param keepPrevious show the last answer while a changed request is under way, so that lists do not flicker
 */
export function useAnswer<T>(request: ApiRequest | null, keepPrevious = false): LiveAnswer<T> {
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const previous = useRef<T | undefined>(undefined);
  const key = request && keyOf(request);

  // Not after the paint: an answer that arrives between the two would never be shown.
  useLayoutEffect(() => {
    if (!request) return;
    return subscribe(request, () => rerender(undefined));
  }, [key]);

  const answer: Answer<T> = request ? peek<T>(request) : { isLoading: false };
  if (answer.data !== undefined) previous.current = answer.data;
  const usesPrevious =
    keepPrevious &&
    request !== null &&
    answer.data === undefined &&
    !answer.error &&
    previous.current !== undefined;
  const retry = () => {
    if (request) refresh(request);
  };
  return usesPrevious
    ? { data: previous.current as T, isLoading: true, isPrevious: true, retry }
    : { ...answer, isPrevious: false, retry };
}
