/** Without a script, and on paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, url, useBrowser, visit } from './harness.mjs';

useBrowser();

test('without JavaScript the page says what the site is and what it needs, in both languages', () =>
  visit(
    async (page) => {
      await page.goto('/chair/search');
      await page.getByRole('heading', { name: 'その椅子、ドアを通りますか。' }).waitFor();
      const { y: top } = await page.locator('.no-script h1').boundingBox();
      assert.ok(top < 100, `the text begins ${top} px below the top`);
      assert.match(await page.locator('.no-script [lang=en]').textContent(), /Please enable it/);
      await page.screenshot({
        path: new URL('../target/screenshots/no-script.png', import.meta.url).pathname,
      });
    },
    { width: 360, javaScript: false },
  ));

test('without JavaScript a chair’s page says what it is, and a messenger finds its preview card', () =>
  visit(
    async (page) => {
      const { name, price, thumbnail } = await json('/api/chair/1');
      assert.equal((await page.goto('/chair/1')).status(), 200);
      assert.equal(await page.title(), `${name} | ISUUMO`);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByText(`${price.toLocaleString('ja')}円`, { exact: true }).waitFor();
      const image = page.locator('meta[property="og:image"]');
      assert.equal(await image.getAttribute('content'), new URL(thumbnail, url).href);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.screenshot({
        path: new URL('../target/screenshots/no-script-chair.png', import.meta.url).pathname,
      });
    },
    { width: 360, javaScript: false },
  ));

for (const [path, ready] of [
  ['/chair/1', '.shelf .card-link'],
  ['/estate/1', '.email-form'],
]) {
  test(`${path} prints on one light sheet, with what one needs at the door`, () =>
    visit(
      async (page) => {
        await page.addInitScript(() => {
          localStorage.theme = 'dark';
          localStorage.mine = '{"chair":{"width":50,"depth":60,"height":90},"door":null}';
        });
        await page.goto(path);
        await page.locator(ready).first().waitFor();
        await page.emulateMedia({ media: 'print' });
        if (path.startsWith('/estate')) {
          await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
          await page.locator('.map path.land').waitFor();
        }
        for (const part of ['.detail-picture', '.facts', '.fit-drawing', '.print-address']) {
          assert.equal(await page.locator(part).isVisible(), true, part);
        }
        assert.equal(await page.locator('.print-address').textContent(), page.url());
        for (const part of ['header', 'form.email-form', '.shelf', '.leaflet-control-zoom', '.fit-actions']) {
          assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
        }
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1, 'one sheet');
        await page.setViewportSize({ width: 718, height: 1016 });
        const ink = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
        assert.equal(ink, 'rgb(35, 31, 26)');
        await show(page, `print${path.replaceAll('/', '-')}`);
      },
      { dark: true },
    ));
}
