import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { invalidate, peek, prefetch, refresh, subscribe } from '../src/data/store';

const request = { path: '/api/thing' };
const answers: (() => Promise<Response>)[] = [];
const asked: { url: string; signal: AbortSignal }[] = [];
let stop: (() => void)[] = [];

const json =
  (value: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(value), { status });
const unreachable = async () => {
  throw new TypeError('Failed to fetch');
};
const watch = (path = request.path) => {
  const leave = subscribe({ path }, () => {});
  stop.push(leave);
  return leave;
};
const settled = () => vi.advanceTimersByTimeAsync(5_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push({ url, signal });
    return answers.shift()?.() ?? new Promise(() => {});
  });
});

afterEach(() => {
  for (const leave of stop) leave();
  stop = [];
  answers.length = 0;
  asked.length = 0;
  invalidate('/api/');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an answer', () => {
  it('is asked for once by everybody who waits for it', async () => {
    answers.push(json({ n: 1 }));
    watch();
    watch();
    await settled();
    expect(asked).toHaveLength(1);
    expect(peek(request).data).toEqual({ n: 1 });
  });

  it('is shown while a newer one is fetched', async () => {
    answers.push(json({ n: 1 }));
    const leave = watch();
    await settled();
    leave();
    watch();
    expect(asked).toHaveLength(2);
    expect(peek(request)).toMatchObject({ data: { n: 1 }, isLoading: true });
  });

  it('is not asked for again at once after a prefetch', async () => {
    answers.push(json({ n: 1 }));
    prefetch(request.path);
    await vi.advanceTimersByTimeAsync(10);
    watch();
    expect(asked).toHaveLength(1);
  });

  it('is aborted when the last one leaves', () => {
    const first = watch();
    const second = watch();
    first();
    expect(asked[0]?.signal.aborted).toBe(false);
    second();
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  it('is asked for twice more when the server cannot be reached', async () => {
    answers.push(unreachable, json({}, 503), json({ n: 3 }));
    watch();
    await settled();
    expect(peek(request)).toEqual({ data: { n: 3 }, isLoading: false });
  });

  it('is an error, without another try, when the server failed', async () => {
    answers.push(json({ error: 'x' }, 500));
    watch();
    await settled();
    expect(asked).toHaveLength(1);
    expect(peek(request).error).toMatchObject({ kind: 'server', status: 500 });
  });

  it('comes with a retry', async () => {
    answers.push(json({}, 500), json({ n: 2 }));
    watch();
    await settled();
    refresh(request);
    await settled();
    expect(peek(request)).toEqual({ data: { n: 2 }, isLoading: false });
  });

  it('keeps its data beside a later error', async () => {
    answers.push(json({ n: 1 }), json({}, 404));
    watch();
    await settled();
    refresh(request);
    await settled();
    expect(peek(request)).toMatchObject({ data: { n: 1 }, error: { kind: 'notFound' } });
  });

  it('is forgotten after a write, and asked again where it is shown', async () => {
    answers.push(json({ n: 1 }), json({ n: 1 }), json({ n: 2 }));
    const leave = watch('/api/gone');
    watch('/api/shown');
    await settled();
    leave();
    invalidate('/api/');
    await settled();
    expect(peek({ path: '/api/gone' }).data).toBeUndefined();
    expect(peek({ path: '/api/shown' }).data).toEqual({ n: 2 });
  });
});
