// @vitest-environment happy-dom
/** What arrives after a page was rendered, but before its effects have run, is shown all the same. */
import { type ComponentChild, type ComponentType, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { invalidate, prefetch } from '../src/data/store';
import { useAnswer } from '../src/data/use-answer';
import { lazyPage } from '../src/ui/lazy-page';
import { Picture } from '../src/ui/picture';

let root: HTMLElement;
/** Stands for the time after the next paint, when the effects run. */
let runEffects: FrameRequestCallback[];

beforeEach(() => {
  runEffects = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => runEffects.push(run));
  root = document.createElement('div');
});

afterEach(() => {
  render(null, root);
  invalidate('/api/');
  vi.unstubAllGlobals();
});

/** However busy the machine is. */
const shown = (check: () => void) => vi.waitFor(check, 60_000);

/** Renders; lets `arrive` happen and everything that waits for it; only then runs the effects. */
async function renderThen(page: ComponentChild, arrive: () => void) {
  render(page, root);
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (const run of runEffects) run(0);
}

it('an answer asked for ahead', async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal('fetch', () => new Promise((resolve) => (answer = resolve)));
  const Page = () => <p>{useAnswer<string>({ path: '/api/early' }).data ?? 'waits'}</p>;
  prefetch('/api/early');
  await renderThen(<Page />, () => answer(new Response('"here"')));
  await shown(() => expect(root.textContent).toBe('here'));
});

it('the code of a page that is loaded ahead', async () => {
  let arrive: (module: { default: ComponentType<object> }) => void = () => {};
  const Page = lazyPage<object>(() => new Promise((resolve) => (arrive = resolve)));
  Page.preload();
  await renderThen(<Page />, () => arrive({ default: () => <p>here</p> }));
  await shown(() => expect(root.textContent).toBe('here'));
});

it('the news that a picture is missing', async () => {
  await renderThen(<Picture source="/images/gone.png" alt="" />, () =>
    root.querySelector('img')?.dispatchEvent(new Event('error')),
  );
  await shown(() => expect(root.querySelector('.picture-missing')).not.toBeNull());
});
