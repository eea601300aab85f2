/** From one result to the next without going back, and back to its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, useBrowser, visit } from './harness.mjs';

useBrowser();

test('a home leads to its neighbours in the results, and back to its place among them', () =>
  visit(
    async (page) => {
      const search = '/estate/search?rentRangeId=1';
      const { estates } = await json('/api/estate/search?rentRangeId=1&page=0&perPage=24');
      await page.goto(search);
      await page.locator('.results').getByRole('link', { name: estates[6].name }).first().click();
      await page.locator('h1', { hasText: estates[6].name }).waitFor();
      const way = page.getByRole('navigation', { name: '検索結果の中での移動' });
      assert.equal(
        await way.getByRole('link', { name: '前へ' }).getAttribute('href'),
        `/estate/${estates[5].id}`,
      );
      await show(page, 'trail-360');
      await way.getByRole('link', { name: '次へ' }).click();
      await page.locator('h1', { hasText: estates[7].name }).waitFor();
      await way.getByRole('link', { name: '検索結果へ戻る' }).click();
      await page.waitForFunction(
        (href) => document.activeElement?.getAttribute('href') === href,
        `/estate/${estates[7].id}`,
      );
      assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, search);
      const { y } = await page.evaluate(() => document.activeElement.getBoundingClientRect());
      assert.ok(y >= 0 && y < 740, `it is in view, not at ${y}`);
    },
    { width: 360, height: 740 },
  ));
