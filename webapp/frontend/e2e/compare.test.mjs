/** Chairs and homes side by side: chosen by links alone, and read by names and words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, useBrowser, visit } from './harness.mjs';

useBrowser();

test('two chairs are compared from their pages on, and the address holds all of it', () =>
  visit(
    async (page) => {
      const [one, two] = [await json('/api/chair/1'), await json('/api/chair/2')];
      await page.goto('/chair/2');
      await page.locator('.email-form').waitFor();
      await page.goto('/chair/1');
      await page.getByRole('link', { name: '比べる', exact: true }).click();
      await page.locator('h1', { hasText: '椅子を比べる' }).waitFor();
      await page.locator('.compare-picks').getByRole('link', { name: two.name }).click();
      await page.waitForURL('**/chair/compare?ids=1,2');
      await page.getByRole('columnheader', { name: two.name }).waitFor();
      assert.deepEqual(await page.locator('.compare thead a').allTextContents(), [one.name, two.name]);
      const price = page.getByRole('row', { name: '価格' });
      const cheaper = one.price < two.price ? 0 : 1;
      assert.match(await price.locator('td').nth(cheaper).textContent(), /いちばん安い/);
      assert.match(await price.locator('th').textContent(), /違いあり/);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(await overflow(), 0, 'only the table scrolls sideways');
      await show(page, 'compare-360');
      const label = price.locator('th');
      const { x } = await label.boundingBox();
      await page.locator('.compare').evaluate((region) => region.scrollTo(1000, 300));
      assert.ok((await page.locator('.compare').evaluate((region) => region.scrollLeft)) > 0, 'it scrolls');
      assert.equal((await label.boundingBox()).x, x, 'and the labels stay');
      await page.emulateMedia({ colorScheme: 'dark' });
      await show(page, 'compare-360-dark');
      await page.getByRole('link', { name: `${one.name}を外す` }).click();
      await page.waitForURL('**/chair/compare?ids=2');
      assert.equal(await page.locator('.compare thead a').count(), 1);
    },
    { width: 360, height: 740 },
  ));

test('a home that has gone keeps its column and is not judged', () =>
  visit(
    async (page) => {
      await page.goto('/estate/compare?ids=1,999999999,2');
      await page.getByRole('columnheader', { name: '紹介が終わりました' }).waitFor();
      await page.getByRole('row', { name: '賃料' }).locator('td').nth(2).getByText('円').waitFor();
      assert.equal(await page.getByRole('row', { name: '賃料' }).locator('td').nth(1).textContent(), '');
      await show(page, 'compare-1280');
    },
    { expected: ['status of 404'] },
  ));
