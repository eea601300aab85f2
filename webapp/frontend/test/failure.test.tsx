// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../src/api/request';
import { Failure } from '../src/ui/failure';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Fails each attempt; tells after how many milliseconds each came, in steps of 10. */
async function attempts(count: number, failure: () => ApiError): Promise<number[]> {
  const pauses: number[] = [];
  let waited = 0;
  const onRetry = () => {
    pauses.push(waited);
    waited = 0;
    page.rerender(<Failure error={failure()} onRetry={onRetry} />);
  };
  const page = render(<Failure error={failure()} onRetry={onRetry} />);
  for (let step = 0; step < 10_000 && pauses.length < count; step++) {
    waited += 10;
    await vi.advanceTimersByTimeAsync(10);
  }
  return pauses;
}

const busy = () => new ApiError('busy', 503, '');

test('what may pass is asked again after pauses that double up to 30 s', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
  expect(await attempts(7, busy)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test('not everybody comes back at once', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(await attempts(3, busy)).toEqual([500, 1_000, 2_000]);
});

test('online asks at once and begins with short pauses again', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
  const onRetry = vi.fn(() => page.rerender(<Failure error={busy()} onRetry={onRetry} />));
  const page = render(<Failure error={busy()} onRetry={onRetry} />);
  await vi.advanceTimersByTimeAsync(7_500);
  expect(onRetry).toHaveBeenCalledTimes(3);
  dispatchEvent(new Event('online'));
  expect(onRetry).toHaveBeenCalledTimes(4);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onRetry).toHaveBeenCalledTimes(5);
});

test('what stays wrong is not asked again', async () => {
  expect(await attempts(1, () => new ApiError('refused', 400, ''))).toEqual([]);
});
