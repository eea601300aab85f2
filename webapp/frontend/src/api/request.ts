/** Why a request failed, in the terms a page can act on. */
export type FailureKind = 'offline' | 'timeout' | 'notFound' | 'refused' | 'busy' | 'server';

export class ApiError extends Error {
  constructor(
    readonly kind: FailureKind,
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  /** True when asking once more may help without anybody doing anything. */
  get isTemporary(): boolean {
    return this.kind === 'offline' || this.kind === 'busy';
  }
}

export interface ApiRequest {
  path: string;
  /** Sent as JSON by POST when present; otherwise the request is a GET. */
  body?: unknown;
}

const TIMEOUT_MILLIS = 10_000;

/** Sends one request and returns the parsed JSON, or undefined for an empty answer. Rejects with ApiError. */
export async function send<T>(request: ApiRequest, signal?: AbortSignal): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  const init: RequestInit = { signal: signal ? AbortSignal.any([signal, timeout]) : timeout };
  if (request.body !== undefined) {
    init.method = 'POST';
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(request.body);
  }
  try {
    const response = await fetch(request.path, init);
    const text = await response.text();
    if (!response.ok) {
      throw new ApiError(kindOf(response.status), response.status, `${request.path}: ${response.status}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  } catch (failure) {
    if (failure instanceof ApiError || signal?.aborted) throw failure;
    if (timeout.aborted)
      throw new ApiError('timeout', 0, `${request.path}: no answer in ${TIMEOUT_MILLIS} ms`);
    // An answer that is no JSON is the server's fault; anything else fetch throws is the network's.
    const kind = failure instanceof SyntaxError ? 'server' : 'offline';
    throw new ApiError(kind, 0, `${request.path}: ${String(failure)}`);
  }
}

function kindOf(status: number): FailureKind {
  if (status === 404) return 'notFound';
  if (status < 500) return 'refused';
  return status === 502 || status === 503 || status === 504 ? 'busy' : 'server';
}
