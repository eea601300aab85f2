/** From the top page to a chair that passes one's own door, bought. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addChair, json, newId, show, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

test('the search on the top page counts while one chooses', () =>
  visit(async (page) => {
    await page.goto('/');
    const search = page.getByRole('form', { name: '椅子を探す' });
    await search.getByRole('button', { name: '椅子を探す' }).waitFor();
    await search.getByLabel('種類').selectOption('スツール');
    await search.getByLabel('価格').selectOption({ label: '3,000～6,000円' });
    const { count } = await json('/api/chair/search?kind=スツール&priceRangeId=1&page=0&perPage=0');
    await search.getByRole('button', { name: `${count.toLocaleString('ja')}脚を見る` }).click();
    await page.waitForURL(
      (url) => url.search === `?${new URLSearchParams({ kind: 'スツール', priceRangeId: '1' })}`,
    );
    await waitForText(page, `${count.toLocaleString('ja')}件`);
  }));

test('six taps buy a chair that fits my flat, by touch', () =>
  visit(
    async (page) => {
      const id = newId();
      const name = `部屋に入る椅子${id}`;
      await addChair(id, { stock: 1, name });
      let taps = 0;
      const tap = async (target) => {
        taps++;
        await target.tap();
      };
      // The browser gives the focus some time after the finger has gone.
      const type = async (field, text) => {
        await tap(field);
        await field.and(page.locator(':focus')).waitFor();
        await page.keyboard.type(text);
      };
      await page.goto('/');
      await type(page.getByLabel('ドアの幅'), '80');
      await type(page.getByLabel('ドアの高さ'), '200');
      await tap(page.getByRole('button', { name: '椅子を探す' }));
      const card = page.locator('.results .card', { hasText: name });
      await card.getByText('通る・余裕 40 cm').waitFor();
      await show(page, 'walk-results');
      await tap(card.getByRole('link'));
      const bar = page.locator('.detail-bar');
      await bar.getByText('1円').waitFor();
      const { y, height } = await bar.boundingBox();
      assert.ok(y + height <= 740, 'the bar is in view');
      await page.getByRole('img', { name: '幅×高さで80 × 200 cm' }).waitFor();
      await show(page, 'walk-bar');
      await tap(bar.getByRole('button', { name: '購入へ進む' }));
      await page.waitForFunction(() => document.activeElement?.type === 'email');
      await page.keyboard.type('hanako@example.jp');
      await show(page, 'walk-form');
      await tap(page.getByRole('button', { name: '購入する' }));
      await waitForText(page, '購入しました');
      assert.equal(await bar.isVisible(), false);
      assert.ok(taps <= 6, `${taps} taps`);
    },
    { width: 360, height: 740, touch: true, expected: ['status of 404'] },
  ));

test('the same by keyboard alone', () =>
  visit(
    async (page) => {
      const id = newId();
      const name = `鍵盤の椅子${id}`;
      await addChair(id, { stock: 1, name });
      const tabTo = async (isThere, most, argument) => {
        for (let steps = 0; steps < most; steps++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate(isThere, argument)) return;
        }
        assert.fail(`not reached in ${most} steps: ${isThere}`);
      };
      await page.goto('/');
      await page.locator('.card-link').first().waitFor();
      await tabTo(() => document.activeElement.closest('label')?.textContent.startsWith('ドアの幅'), 12);
      await page.keyboard.type('80');
      await page.keyboard.press('Tab');
      await page.keyboard.type('200');
      await page.keyboard.press('Enter');
      await page.locator('.results .card .fit-badge').first().waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'results-title');
      // Not the first where other tests have put chairs on sale.
      await tabTo((text) => document.activeElement.textContent === text, 20, name);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/chair/${id}`);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await tabTo(() => document.activeElement.type === 'email', 10);
      await page.keyboard.type('hanako@example.jp');
      await page.keyboard.press('Enter');
      await waitForText(page, '購入しました');
    },
    { expected: ['status of 404'] },
  ));
