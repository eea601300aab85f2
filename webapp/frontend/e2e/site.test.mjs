/** Languages, themes, focus, errors, being offline, headers, sizes and speed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, screenshot, url, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

test('the language and the theme are switched, and remembered', () =>
  visit(async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await waitForText(page, 'Will that chair fit through the door?');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.getByRole('button', { name: 'Switch to dark colours' }).click();
    await page.reload();
    await waitForText(page, 'Affordable chairs');
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    await page.getByRole('button', { name: /日本語/ }).click();
    await waitForText(page, 'お手頃な椅子');
  }));

test('a keyboard reaches the content at once, and a new page reads out its heading', () =>
  visit(async (page) => {
    await page.goto('/');
    await page.locator('.card-link').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'content');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/chair/search');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    assert.equal(await page.title(), '椅子を探す | ISUUMO');
  }));

test('a server error is told with a retry that works', () =>
  visit(
    async (page) => {
      let fails = true;
      await page.route('**/api/chair/search?**', (route) =>
        fails ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
      );
      await page.goto('/chair/search?priceRangeId=1');
      await waitForText(page, '読み込めませんでした');
      await screenshot(page, 'server-error');
      fails = false;
      await page.getByRole('button', { name: 'もう一度試す' }).click();
      await page.locator('.results .card-link').first().waitFor();
    },
    { expected: ['status of 500'] },
  ));

test('offline it says so, and loads by itself once the connection is back', () =>
  visit(
    async (page, context) => {
      await page.goto('/');
      await page.locator('.card-link').first().waitFor();
      await context.setOffline(true);
      await waitForText(page, 'オフラインです');
      await page.getByRole('navigation').getByRole('link', { name: '住まい' }).click();
      await waitForText(page, 'つながりません');
      await screenshot(page, 'offline');
      await context.setOffline(false);
      await page.locator('.card-link').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('.offline-banner, .notice-error'));
    },
    { expected: ['ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK_CHANGED', 'dynamically imported module'] },
  ));

test('files come with the right type, caching, encoding and security headers', async () => {
  const get = (path, headers = {}) => fetch(url + path, { headers });
  const page = await get('/chair/search');
  const html = await page.text();
  assert.match(page.headers.get('content-type'), /^text\/html/);
  assert.equal(page.headers.get('cache-control'), 'no-cache');
  const policy = page.headers.get('content-security-policy');
  assert.match(policy, /script-src 'self';/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.ok(page.headers.get('referrer-policy'));
  assert.equal((await get('/', { 'If-None-Match': page.headers.get('etag') })).status, 304);

  const script = await get(html.match(/src="(\/assets\/[^"]+\.js)"/)[1], { 'Accept-Encoding': 'br' });
  assert.equal(script.headers.get('content-encoding'), 'br');
  assert.match(script.headers.get('cache-control'), /immutable/);
  assert.match(script.headers.get('content-type'), /^text\/javascript/);

  const { chairs } = await json('/api/chair/low_priced');
  const png = await get(chairs[0].thumbnail);
  assert.equal(png.headers.get('content-type'), 'image/png');
  assert.equal((await get('/no/such/page')).status, 404);
  assert.equal((await get('/assets/nothing.js')).status, 404);
  assert.equal((await get('/images/chair/..%2f..%2fchair_condition.png')).status, 404);
});

test('first load and map page: transfer, first paint, layout shift', () =>
  visit(async (page) => {
    for (const [path, ready, scriptLimitBytes] of [
      ['/', '.card-link', 20_000],
      ['/estate/draw', '.map path.land', 80_000],
    ]) {
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path);
      await page.locator(ready).first().waitFor({ state: 'attached' });
      const seen = await page.evaluate(() => {
        const files = performance.getEntriesByType('resource');
        const size = (kind) =>
          files
            .filter((file) => kind.test(new URL(file.name).pathname))
            .reduce((sum, file) => sum + file.encodedBodySize, 0);
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return {
          scriptBytes: size(/\.js$/),
          styleBytes: size(/\.css$/),
          mapDataBytes: size(/japan.*\.json$/),
          apiBytes: size(/^\/api\//),
          pictureBytes: size(/^\/images\//),
          firstContentfulPaintMillis: Math.round(paint?.startTime ?? -1),
          layoutShift: window.shift,
        };
      });
      console.log(`# ${path} ${JSON.stringify(seen)}`);
      assert.ok(
        seen.scriptBytes > 0 && seen.scriptBytes < scriptLimitBytes,
        `scripts: ${seen.scriptBytes} bytes`,
      );
      assert.ok(seen.layoutShift < 0.1, `layout shift ${seen.layoutShift} (good is below 0.1)`);
    }
  }));
