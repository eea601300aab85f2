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

const buyBehind = async (id) => {
  const bought = await fetch(`${url}/api/chair/buy/${id}`, {
    method: 'POST',
    body: '{"email":"a@b.jp"}',
    headers: { 'Content-Type': 'application/json' },
  });
  assert.equal(bought.status, 200);
};

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
      await page.locator('.shelf .card-link').first().waitFor();
      await show(page, 'sold-out');
    },
    { expected: ['status of 404'] },
  ));

test('who is a moment late keeps the page, is told that nothing was ordered, and finds similar chairs', () =>
  visit(
    async (page) => {
      const id = newId();
      const name = `ひと足違いの椅子${id}`;
      await addChair(id, { stock: 1, name });
      const asked = [];
      await page.goto(`/chair/${id}`);
      await page.locator('.shelf .card-link').first().waitFor();
      await buyBehind(id);
      await fill(page, 'hanako@example.jp');
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await buy(page);
      await waitForText(page, 'この椅子は売り切れました');
      await waitForText(page, 'ひと足違いでした。hanako@example.jp でのご注文は行われていません。');
      assert.equal(await page.locator('h1').textContent(), name);
      await page.waitForFunction(() => document.activeElement?.classList.contains('outcome'));
      const similar = page.locator('.shelf', { hasText: '在庫のある、似た椅子' });
      await similar.locator('.card-link').first().waitFor();
      await show(page, 'sold-out-meanwhile');
      assert.deepEqual(
        asked.filter((path) => path.startsWith('/api/')),
        [`/api/chair/buy/${id}`, `/api/chair/${id}`, '/api/chair/search/condition', '/api/chair/search'],
      );
      for (const fact of await similar.locator('.card-fact[lang]').allTextContents()) {
        assert.equal(fact, 'スツール・黒');
      }
      await similar.locator('.card-link').first().click();
      await page.locator('h1', { hasNotText: name }).waitFor();
      assert.equal(await page.getByLabel('メールアドレス').inputValue(), 'hanako@example.jp');
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    },
    { expected: ['status of 404'] },
  ));

test('a purchase that may have been done invites to look, never to buy again', () =>
  visit(
    async (page) => {
      const id = newId();
      await addChair(id, { stock: 2 });
      await page.route('**/api/chair/buy/**', async (route) => {
        await route.fetch();
        await route.fulfill({ status: 500, json: { error: 'This may have been done' } });
      });
      await page.goto(`/chair/${id}`);
      await fill(page, 'hanako@example.jp');
      await buy(page);
      await waitForText(page, 'hanako@example.jp でのご注文は、もう受け付けられているかもしれません');
      await waitForText(page, 'まだ販売中です');
      await page.waitForFunction(() => document.activeElement?.classList.contains('outcome'));
      await show(page, 'unconfirmed');
      assert.equal(await page.locator('form, [aria-invalid]').count(), 0);
      await buyBehind(id);
      await page.getByRole('button', { name: '在庫をもう一度確かめる' }).click();
      await waitForText(page, '最後の1脚は、あなたのものかもしれません');
      assert.deepEqual(await page.locator('.detail-action button').allTextContents(), [
        '在庫をもう一度確かめる',
      ]);
      assert.equal(await page.locator('.detail-bar').isVisible(), false);
      assert.equal(await page.getByText('在庫のある、似た椅子').count(), 0);
    },
    { expected: ['status of 500', 'status of 404'] },
  ));

test('documents that may have been requested may be requested again', () =>
  visit(
    async (page) => {
      await page.route('**/api/estate/req_doc/**', (route) => route.fulfill({ status: 502, json: {} }));
      await page.goto('/estate/1');
      await fill(page, 'hanako@example.jp');
      await page.getByRole('button', { name: '資料を請求する' }).click();
      await waitForText(page, '重ねて請求しても差し支えありません');
      assert.equal(await page.locator('[aria-invalid]').count(), 0);
      await show(page, 'request-unconfirmed');
      await page.unroute('**/api/estate/req_doc/**');
      await page.getByRole('button', { name: '資料を請求する' }).click();
      await waitForText(page, '資料を請求しました');
    },
    { expected: ['status of 502'] },
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
    await fill(page, 'ｈａｎａｋｏ＠ｅｘａｍｐｌｅ。ｊｐ');
    await page.locator('[aria-invalid]').waitFor({ state: 'detached' });
    await page.getByLabel('メールアドレス').blur();
    assert.equal(await page.getByLabel('メールアドレス').inputValue(), 'hanako@example.jp');
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
      await waitForText(page, '購入できたかどうか、分かりません');
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
