/** Languages, themes, focus, errors, being offline, headers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, url, useBrowser, visit, waitForText } from './harness.mjs';

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
    const isEntry = () => page.evaluate(() => document.activeElement.matches('.entry'));
    for (let steps = 0; steps < 6 && !(await isEntry()); steps++) await page.keyboard.press('Tab');
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
      await show(page, 'server-error');
      fails = false;
      await page.getByRole('button', { name: 'もう一度試す' }).click();
      await page.locator('.results .card-link').first().waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'results-title');

      await page.route('**/api/chair/1', (route) => route.fulfill({ status: 500, body: '{}' }));
      await page.goto('/chair/1');
      await page.getByRole('heading', { level: 1, name: '読み込めませんでした' }).waitFor();
      await show(page, 'server-error-page');
      await page.unroute('**/api/chair/1');
      await page.getByRole('button', { name: 'もう一度試す' }).click();
      await page.locator('.email-form').waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    },
    { expected: ['status of 500'] },
  ));

for (const [path, ready] of [
  ['/', '.shelf:last-child .card-link'],
  ['/chair/search?priceRangeId=1', '.filters .chip'],
  ['/estate/search', '.filters .chip'],
]) {
  test(`a server that answers nothing on ${path} is told of once, and asked for everything again`, () =>
    visit(
      async (page) => {
        await page.route('**/api/**', (route) => route.fulfill({ status: 500, body: '{}' }));
        await page.goto(path);
        await waitForText(page, '読み込めませんでした');
        await page.waitForLoadState('networkidle');
        assert.equal(await page.locator('.notice-error').count(), 1);
        await show(page, `server-down${path.replaceAll(/\W/g, '-')}`);
        await page.unroute('**/api/**');
        await page.getByRole('button', { name: 'もう一度試す' }).click();
        await page.locator(ready).first().waitFor();
        await page.locator('.card-link').first().waitFor();
        await page.waitForFunction(() => /^H[12]$/.test(document.activeElement?.tagName));
      },
      { expected: ['status of 500'] },
    ));
}

test('a picture that does not arrive leaves a quiet mark in its place', () =>
  visit(
    async (page) => {
      await page.route('**/images/**', (route) => route.abort());
      await page.goto('/chair/1');
      await page.locator('.detail-picture.picture-missing').waitFor();
      await page.locator('.card .picture-missing').first().waitFor();
      await show(page, 'pictures-missing');
    },
    { expected: ['ERR_FAILED'] },
  ));

/** Who saves data has no code loaded ahead; `failing` attempts fail once the connection is back, too. */
for (const [what, isAhead, pattern, failing] of [
  ['the code of a page', false, '**/assets/*.js', 2],
  ['answers', true, '**/api/**', 4],
]) {
  test(`offline it says so, and loads ${what} by itself once the connection really is back`, () =>
    visit(
      async (page, context) => {
        const ahead = isAhead && page.waitForResponse('**/assets/estate-search*.js');
        if (!isAhead)
          await page.addInitScript("navigator.connection.__defineGetter__('saveData', () => true)");
        await page.goto('/');
        await page.locator('.card-link').first().waitFor();
        await ahead;
        await context.setOffline(true);
        await waitForText(page, 'オフラインです');
        await page.getByRole('navigation').getByRole('link', { name: '住まい' }).click();
        await waitForText(page, 'つながりません');
        await show(page, `offline-${isAhead ? 'answers' : 'code'}`);
        let attempts = 0;
        await page.route(pattern, (route) => (attempts++ < failing ? route.abort() : route.continue()));
        await context.setOffline(false);
        await page.locator('.card-link').first().waitFor();
        await page.waitForFunction(() => !document.querySelector('.offline-banner, .notice-error'));
        assert.ok(attempts > failing);
      },
      { expected: ['ERR_INTERNET_', 'ERR_NETWORK_CHANGED', 'ERR_FAILED', 'dynamically imported module'] },
    ));
}

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
  assert.equal((await get('/chair/999999999')).status, 404);
  assert.equal((await get('/estate/x')).status, 404);
  assert.equal((await get('/assets/nothing.js')).status, 404);
  assert.equal((await get('/images/chair/..%2f..%2fchair_condition.png')).status, 404);
});
