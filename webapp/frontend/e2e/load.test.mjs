/** What a first visit to each page transfers, when it paints, and that nothing moves while it loads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useBrowser, visit } from './harness.mjs';

useBrowser();

for (const [path, ready, scriptLimitBytes] of [
  ['/', '.card-link', 20_000],
  ['/chair/search?priceRangeId=1', '.card-link', 25_000],
  ['/chair/1', '.card-link', 25_000],
  ['/estate/1', '.email-form', 80_000],
  ['/estate/draw', '.map path.land', 80_000],
]) {
  for (const width of [360, 1280]) {
    test(`${path} at ${width} px loads little, and without a shift`, () =>
      visit(
        async (page) => {
          await page.addInitScript(observe);
          await page.goto(path);
          await page.locator(ready).first().waitFor({ state: 'attached' });
          await page.waitForLoadState('networkidle');
          const seen = await page.evaluate(measure);
          console.log(`# ${path} ${width} px ${JSON.stringify(seen)}`);
          const { script, layoutShift } = seen;
          assert.ok(
            script > 0 && script < scriptLimitBytes,
            `scripts: ${script} of ${scriptLimitBytes} bytes`,
          );
          assert.ok(layoutShift < 0.05, `layout shift ${layoutShift} (good is below 0.1)`);
        },
        { width },
      ));
  }
}

/** Runs in the page, before its scripts. */
function observe() {
  // Keeps the site from fetching the code of other pages ahead.
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. Bytes are bodies as transferred, compressed where the server compresses. */
function measure() {
  const page = performance.getEntriesByType('navigation')[0];
  const files = performance.getEntriesByType('resource');
  const bytes = (kind) =>
    files
      .filter((file) => kind.test(new URL(file.name).pathname))
      .reduce((sum, file) => sum + file.encodedBodySize, 0);
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return {
    html: page.encodedBodySize,
    script: bytes(/\.js$/),
    style: bytes(/\.css$/),
    mapData: bytes(/^\/assets\/japan.*\.json$/),
    api: bytes(/^\/api\//),
    pictures: bytes(/^\/images\//),
    firstContentfulPaintMillis: Math.round(paint?.startTime ?? -1),
    layoutShift: Number(window.shift.toFixed(4)),
  };
}
