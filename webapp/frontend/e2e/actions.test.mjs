/** Buying, requesting documents, and what happens when they do not work. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import {
  addChair,
  json,
  newId,
  operator,
  profile,
  show,
  url,
  useBrowser,
  visit,
  waitForText,
} from './harness.mjs';

useBrowser();
after(() => fetch(`${url}/initialize`, { method: 'POST', headers: operator }));

const fill = (page, email) => page.getByLabel('メールアドレス').fill(email);
const buy = (page) => page.getByRole('button', { name: '購入する' }).click();

test('who buys the last piece is told so; it is gone from the lists, and its page says why', () =>
  visit(
    async (page) => {
      const id = newId();
      const name = `最後の椅子${id}`;
      await addChair(id, { stock: 1, name });
      await page.goto('/');
      await page.getByRole('link', { name }).click();
      await page.locator('h1', { hasText: name }).waitFor();
      await fill(page, 'hanako@example.jp');
      await buy(page);
      await waitForText(page, '購入しました');
      await waitForText(page, 'hanako@example.jp でご注文を受け付けました。ありがとうございます。');
      await waitForText(page, 'これが最後の1脚でした。');
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'status');
      await show(page, 'bought-last');
      assert.equal((await fetch(`${url}/api/chair/${id}`)).status, 404);

      await page.locator('.brand').click();
      await page.locator('h1', { hasText: 'その椅子、ドアを通りますか。' }).waitFor();
      await page.locator('.card-link[href^="/chair/"]').first().waitFor();
      assert.equal(await page.getByRole('link', { name }).count(), 0, 'gone from the top page');
      await page.goto('/chair/search?kind=スツール');
      await page.locator('.results .card-link').first().waitFor();
      assert.equal(await page.getByRole('link', { name }).count(), 0, 'gone from the search');

      await page.goto(`/chair/${id}`);
      await waitForText(page, 'この椅子は売り切れました');
      await page.locator('.detail-recommended .card-link').first().waitFor();
      await show(page, 'sold-out');
    },
    { expected: ['status of 404'] },
  ));

test('who is a moment late is told kindly', () =>
  visit(
    async (page) => {
      const id = newId();
      await addChair(id, { stock: 1 });
      await page.goto(`/chair/${id}`);
      await page.locator('.email-form').waitFor();
      const other = await fetch(`${url}/api/chair/buy/${id}`, {
        method: 'POST',
        body: '{"email":"a@b.jp"}',
        headers: { 'Content-Type': 'application/json' },
      });
      assert.equal(other.status, 200);
      await fill(page, 'hanako@example.jp');
      await buy(page);
      await waitForText(page, 'この椅子は売り切れました');
    },
    { expected: ['status of 404'] },
  ));

test('an impossible e-mail address is refused in the form, and nothing is sent', () =>
  visit(async (page) => {
    const sent = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.goto('/chair/1');
    await buy(page);
    await waitForText(page, 'メールアドレスを入力してください。');
    await fill(page, 'hanako@example');
    await buy(page);
    await waitForText(page, '「@」より後ろを確かめてください');
    assert.equal(
      await page.getByLabel('メールアドレス').evaluate((input) => input === document.activeElement),
      true,
    );
    await show(page, 'email-problem');
    assert.deepEqual(sent, []);
  }));

test('two clicks and Enter buy once', () =>
  visit(async (page) => {
    const id = newId();
    await addChair(id, { stock: 5 });
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    let count = 0;
    await page.route('**/api/chair/buy/**', async (route) => {
      count++;
      await held;
      await route.continue();
    });
    await page.goto(`/chair/${id}`);
    await fill(page, 'hanako@example.jp');
    await page.getByRole('button', { name: '購入する' }).dblclick();
    await page.getByLabel('メールアドレス').press('Enter');
    await page.getByRole('button', { name: '購入しています…' }).waitFor();
    release();
    await waitForText(page, '購入しました');
    assert.equal(count, 1);
  }));

test('when no answer comes, it says that it does not know', () =>
  visit(
    async (page) => {
      await page.route('**/api/chair/buy/**', (route) => route.abort('connectionreset'));
      await page.goto('/chair/1');
      await fill(page, 'hanako@example.jp');
      await buy(page);
      await waitForText(page, '受け付けられたかどうか分かりません');
    },
    { expected: ['ERR_CONNECTION_RESET'] },
  ));

test('documents are requested, by keyboard alone', () =>
  visit(async (page) => {
    const { estates } = await json('/api/estate/low_priced');
    await page.goto(`/estate/${estates[0].id}`);
    await page.getByLabel('メールアドレス').focus();
    await page.keyboard.type('hanako@example.jp');
    await page.keyboard.press('Enter');
    await waitForText(page, '資料を請求しました');
    await page.locator('.detail-map').scrollIntoViewIfNeeded();
    await page.locator('.map path.land').waitFor({ state: 'attached' });
    await show(page, 'estate-map');
  }));

test('a page of another site cannot buy for its visitor, unless this is the contest', async () => {
  const id = newId();
  await addChair(id, { stock: 1 });
  const other = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>another site</title>
      <form method="post" enctype="text/plain" action="${url}/api/chair/buy/${id}">
        <input name='{"email":"victim@example.jp","x":"' value='"}'><button>Win a prize</button>
      </form>`);
  });
  await once(other.listen(0, '127.0.0.1'), 'listening');
  try {
    await visit(
      async (page) => {
        await page.goto(`http://127.0.0.1:${other.address().port}/`);
        const answer = page.waitForResponse((response) => response.url().includes('/buy/'));
        await page.getByRole('button').click();
        assert.equal((await answer).status(), profile === 'public' ? 403 : 200);
      },
      // An answer of JSON is shown as a page, for which the browser may look for an icon.
      { expected: ['403', '404'] },
    );
    const left = (await fetch(`${url}/api/chair/${id}`)).status === 200;
    assert.equal(left, profile === 'public', 'the chair is still for sale');
  } finally {
    other.close();
  }
});
