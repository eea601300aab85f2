import { ApiError, type ApiRequest, send } from '../api/request';

/**
 * Answers already received, by request: a page that comes back shows them at once and refreshes behind
 * (stale while revalidate). One request per key is under way at a time, however many components wait for it;
 * it is aborted when the last one leaves.
 */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: ApiError;
  readonly isLoading: boolean;
}

interface Entry {
  answer: Answer<unknown>;
  receivedAtMillis: number;
  abort: AbortController | null;
  listeners: Set<() => void>;
}

/** Young enough not to be asked again when a component mounts: covers prefetching and quick back-and-forth. */
const FRESH_MILLIS = 3_000;
const RETRY_DELAYS_MILLIS = [300, 900];
const MAX_ENTRIES = 100;

const entries = new Map<string, Entry>();

export function keyOf(request: ApiRequest): string {
  return request.body === undefined ? request.path : `${request.path}\n${JSON.stringify(request.body)}`;
}

export function peek<T>(request: ApiRequest): Answer<T> {
  return (entries.get(keyOf(request))?.answer ?? { isLoading: true }) as Answer<T>;
}

/** Calls the listener on every change of the answer, asking the server unless the answer is fresh. */
export function subscribe(request: ApiRequest, listener: () => void): () => void {
  const entry = entryOf(request);
  entry.listeners.add(listener);
  if (!entry.abort && Date.now() - entry.receivedAtMillis > FRESH_MILLIS) void load(request, entry);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0) {
      entry.abort?.abort();
      entry.abort = null;
    }
  };
}

export function refresh(request: ApiRequest): void {
  void load(request, entryOf(request));
}

/** Asks ahead of need; an answer in hand or under way is left alone, and a failure is not remembered. */
export function prefetch(path: string): void {
  const request = { path };
  const entry = entryOf(request);
  if (!entry.abort && entry.answer.data === undefined) void load(request, entry, false);
}

/** Forgets what is known under a path after a write: shown answers are asked again, the others are dropped. */
export function invalidate(pathPrefix: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(pathPrefix)) continue;
    if (entry.listeners.size === 0) {
      entry.abort?.abort();
      entries.delete(key);
    } else {
      void load(requestOf(key), entry);
    }
  }
}

/** For when the connection is back: asks again for everything on screen that failed. */
export function retryFailed(): void {
  for (const [key, entry] of entries) {
    if (entry.answer.error && entry.listeners.size > 0) void load(requestOf(key), entry);
  }
}

function requestOf(key: string): ApiRequest {
  const [path = '', body] = key.split('\n', 2);
  return body === undefined ? { path } : { path, body: JSON.parse(body) };
}

function entryOf(request: ApiRequest): Entry {
  const key = keyOf(request);
  let entry = entries.get(key);
  if (!entry) {
    entry = { answer: { isLoading: true }, receivedAtMillis: 0, abort: null, listeners: new Set() };
    entries.set(key, entry);
    dropOldest();
  }
  return entry;
}

function dropOldest(): void {
  for (const [key, entry] of entries) {
    if (entries.size <= MAX_ENTRIES) return;
    if (entry.listeners.size === 0 && !entry.abort) entries.delete(key);
  }
}

async function load(request: ApiRequest, entry: Entry, keepFailure = true): Promise<void> {
  entry.abort?.abort();
  const abort = new AbortController();
  entry.abort = abort;
  publish(entry, { ...entry.answer, isLoading: true });
  try {
    const data = await sendWithRetries(request, abort.signal);
    if (abort.signal.aborted) return;
    entry.receivedAtMillis = Date.now();
    publish(entry, { data, isLoading: false });
  } catch (failure) {
    if (abort.signal.aborted) return;
    if (!(failure instanceof ApiError)) throw failure;
    const { data } = entry.answer;
    const isKept = keepFailure || entry.listeners.size > 0;
    publish(entry, { data, ...(isKept ? { error: failure } : {}), isLoading: false } as Answer<unknown>);
  } finally {
    if (entry.abort === abort) entry.abort = null;
  }
}

function publish(entry: Entry, answer: Answer<unknown>): void {
  entry.answer = answer;
  for (const listener of [...entry.listeners]) listener();
}

async function sendWithRetries(request: ApiRequest, signal: AbortSignal): Promise<unknown> {
  for (const delayMillis of RETRY_DELAYS_MILLIS) {
    try {
      return await send(request, signal);
    } catch (failure) {
      if (!(failure instanceof ApiError && failure.isTemporary)) throw failure;
      await new Promise((resolve) => setTimeout(resolve, delayMillis));
      if (signal.aborted) throw failure;
    }
  }
  return send(request, signal);
}
