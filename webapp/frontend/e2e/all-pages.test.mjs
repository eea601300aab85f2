/** Every page at every width, in every language and theme: it is there, accessible, and in its width. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { show, useBrowser, visit } from './harness.mjs';

const SQUARE = '35.5,139.5_35.5,139.9_35.8,139.9_35.8,139.5';
const PAGES = [
  ['home', '/', '.card-link', 'その椅子、ドアを通りますか。', 'Will that chair fit through the door?'],
  ['chair-search', '/chair/search?priceRangeId=1', '.card-link', '椅子を探す', 'Find a chair'],
  ['chair-search-start', '/chair/search', '.card-link', '椅子を探す', 'Find a chair'],
  ['estate-search', '/estate/search?rentRangeId=1&page=3', '.card-link', '住まいを探す', 'Find a home'],
  ['chair', '/chair/1', '.email-form', null, null],
  ['estate', '/estate/1', '.email-form', null, null],
  ['fit', '/chair/fit', '.size-form', '通るか確かめる', 'Does it fit?'],
  ['draw', `/estate/draw?area=${SQUARE}`, '.found-item .card-link', '地図でなぞって探す', 'Draw on the map'],
  ['unknown-chair', '/chair/999999999', '.message', 'この椅子は見つかりません', 'There is no such chair'],
  ['unknown-estate', '/estate/999999999', '.message', 'この住まいは見つかりません', 'There is no such home'],
  ['not-found', '/no/such/page', '.message', 'ページが見つかりません', 'Page not found'],
];

useBrowser();

for (const width of [360, 768, 1280]) {
  for (const [language, locale] of [
    ['ja', 'ja-JP'],
    ['en', 'en-GB'],
  ]) {
    describe(`${width} px, ${language}, light and dark`, { concurrency: 2 }, () => {
      for (const [name, path, ready, ...headings] of PAGES) {
        test(name, () =>
          visit(
            async (page) => {
              await page.goto(path);
              await page.locator(ready).first().waitFor();
              await assertPage(page, language, headings[language === 'ja' ? 0 : 1]);
              await show(page, `${name}-${width}-light-${language}`);
              await page.emulateMedia({ colorScheme: 'dark' });
              await show(page, `${name}-${width}-dark-${language}`);
            },
            { locale, width, height: width < 800 ? 780 : 900, expected: ['status of 404', 'status of 400'] },
          ),
        );
      }
    });
  }
}

async function assertPage(page, language, heading) {
  const h1 = page.locator('h1');
  if (heading) assert.equal(await h1.textContent(), heading);
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    pictures: [...document.images].filter((image) => !image.width || !image.getAttribute('height')).length,
  }));
  assert.equal(seen.language, language);
  assert.match(seen.title, /ISUUMO/);
  assert.equal(seen.overflow, 0, 'nothing sticks out to the side');
  assert.equal(seen.pictures, 0, 'every picture has its size');
}
