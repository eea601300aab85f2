/** What a device keeps for its owner: saved and seen chairs and homes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addChair, json, newId, show, url, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

test('saved chairs are listed as they are now, judged by a home’s door, and all is deleted by one button', () =>
  visit(
    async (page) => {
      const { estates } = await json('/api/recommended_estate/1');
      const { name } = await json('/api/chair/1');
      const lastOne = newId();
      await addChair(lastOne, { stock: 1 });
      for (const id of [1, lastOne]) {
        await page.goto(`/chair/${id}`);
        const save = page.getByRole('button', { name: '保存する' });
        await save.click();
        await page.locator('.button[aria-pressed="true"]', { hasText: '保存する' }).waitFor();
      }
      await fetch(`${url}/api/chair/buy/${lastOne}`, {
        method: 'POST',
        body: '{"email":"a@b.jp"}',
        headers: { 'Content-Type': 'application/json' },
      });
      await page.goto(`/estate/${estates[0].id}`);
      const judged = page.locator('.saved-fits li', { hasText: name });
      await judged.locator('.fit-badge.is-good').waitFor();
      assert.equal(await page.locator('.saved-fits li').count(), 1, 'not the one that has gone');
      await show(page, 'saved-in-home');

      await page.goto('/');
      const seen = page.locator('.shelf', { hasText: '最近見た椅子' });
      await seen.getByRole('link', { name }).waitFor();
      await seen.getByText('売り切れました').waitFor();
      await page.locator('.shelf', { hasText: '最近見た住まい' }).waitFor();
      await show(page, 'home-seen');
      await page.getByRole('link', { name: '保存したもの' }).first().click();
      await page.locator('h1', { hasText: '保存したもの' }).waitFor();
      await page.locator('.shelf', { hasText: '保存した椅子' }).getByRole('link', { name }).waitFor();
      await show(page, 'saved');
      await page.getByRole('button', { name: 'すべて消す' }).press('Enter');
      await waitForText(page, '椅子のページの「保存する」を押すと');
      assert.equal(await page.locator('.card').count(), 0);
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      assert.deepEqual(
        await page.evaluate(() =>
          Object.entries(JSON.parse(localStorage.kept)).flatMap(([, of]) => [...of.chair, ...of.estate]),
        ),
        [],
      );
    },
    { expected: ['status of 404'] },
  ));
