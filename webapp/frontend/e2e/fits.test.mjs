/** Text fits where it stands: twice as large, without a break in 80 letters, and broken where phrases end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, useBrowser, visit } from './harness.mjs';

useBrowser();

const AREA = '35.5,139.5_35.5,139.9_35.8,139.9_35.8,139.5';
const PAGES = [
  ['/', '.card-link'],
  ['/chair/search?priceRangeId=1&kind=スツール', '.card-link'],
  ['/estate/search?rentRangeId=1', '.card-link'],
  ['/chair/1', '.card-link'],
  ['/estate/1', '.email-form'],
  ['/chair/fit', '.size-form'],
  [`/estate/draw?area=${AREA}`, '.found-item .card-link'],
  ['/chair/999999999', '.message'],
];

for (const [width, locale] of [
  [360, 'ja-JP'],
  [360, 'en-GB'],
  [1280, 'ja-JP'],
  [1280, 'en-GB'],
]) {
  test(`text of twice the size fits at ${width} px, ${locale}`, () =>
    visit(
      async (page, context) => {
        const device = await context.newCDPSession(page);
        await device.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
        for (const [path, ready] of PAGES) {
          await page.goto(path);
          await page.locator(ready).first().waitFor();
          await openFilters(page);
          await assertFits(page, path);
          await show(page, `large-text-${path.split('?')[0].replaceAll('/', '-')}-${width}-${locale}`);
        }
      },
      { width, locale, expected: ['status of 400', 'status of 404'] },
    ));
}

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(2).slice(0, 80);

for (const width of [360, 1280]) {
  test(`a word of 80 letters fits wherever the data may hold one, at ${width} px`, () =>
    visit(
      async (page) => {
        await page.route('**/api/**', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: lengthen(await response.json()) });
        });
        for (const [path, ready] of [
          ...PAGES.slice(0, 7),
          [`/chair/search?color=${WORD}&features=${WORD}`, '.chosen-chip'],
        ]) {
          await page.goto(path);
          await page.locator(ready).first().waitFor();
          await openFilters(page);
          await assertFits(page, path);
          await show(page, `long-word-${path.split('?')[0].replaceAll('/', '-')}-${width}`);
        }
      },
      { width },
    ));
}

/** The same answer with a long word for every text that people write. */
function lengthen(answer) {
  if (Array.isArray(answer))
    return answer.map((each) => (typeof each === 'string' ? WORD + each : lengthen(each)));
  if (typeof answer !== 'object') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [
      key,
      ['name', 'description', 'address', 'features', 'kind', 'color'].includes(key) &&
      typeof value === 'string'
        ? WORD + value
        : lengthen(value),
    ]),
  );
}

async function openFilters(page) {
  const toggle = page.locator('.filters-toggle');
  if (await toggle.isVisible()) await toggle.click();
  await page.waitForLoadState('networkidle');
}

/** Nothing sticks out of the window, nor any text out of its box, unless that box cuts it or can be scrolled. */
async function assertFits(page, path) {
  const sticksOut = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const cuts = (element) => getComputedStyle(element).overflowX !== 'visible';
    return [...document.querySelectorAll('#app *')]
      .filter(
        (element) => element.checkVisibility() && !element.closest('.visually-hidden, .skip-link, .map'),
      )
      .filter((element) => {
        const drawing = element.ownerSVGElement?.getBoundingClientRect();
        if (drawing) {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const { localName } = element;
          return (
            localName === 'text' &&
            (left < drawing.left || top < drawing.top || right > drawing.right || bottom > drawing.bottom)
          );
        }
        const isCut = element.closest('.cards-shelf') || cuts(element);
        const beyond = !isCut && element.getBoundingClientRect().right > width + 1;
        const inside =
          !cuts(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
        return beyond || (inside && element.children.length === 0);
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`);
  });
  assert.deepEqual(sticksOut, [], path);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, path);
}

test('names are broken where a phrase ends, and none is cut', () =>
  visit(
    async (page) => {
      const phrases = ['手づくりの', '背すじの', '伸びる', 'ひとやすみ'];
      const { chairs } = await json('/api/chair/low_priced');
      await page.route('**/api/chair/low_priced', (route) =>
        route.fulfill({ json: { chairs: chairs.map((chair) => ({ ...chair, name: phrases.join('') })) } }),
      );
      await page.goto('/chair/search');
      await page.locator('.card-link').first().waitFor();
      const { starts, isCut } = await page.evaluate(() => {
        const name = document.querySelector('.card-name');
        const text = name.querySelector('a').firstChild;
        const range = document.createRange();
        const topOf = (at) => {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().top;
        };
        const starts = Array.from(text.data, (_, at) => at).filter(
          (at) => at > 0 && topOf(at) > topOf(at - 1) + 4,
        );
        return { starts, isCut: name.scrollHeight > name.clientHeight + 2 };
      });
      assert.ok(starts.length > 0);
      const ends = phrases.map((_, count) => phrases.slice(0, count).join('').length);
      assert.deepEqual(
        starts.filter((at) => !ends.includes(at)),
        [],
      );
      assert.equal(isCut, false);
    },
    { width: 360 },
  ));

for (const [dark, color] of [
  [true, '黒'],
  [false, '白'],
]) {
  test(`the swatch of ${color} is seen in the ${dark ? 'dark' : 'light'} theme`, () =>
    visit(
      async (page) => {
        await page.goto('/chair/search');
        const chip = page.locator('.chip', { hasText: new RegExp(`^${color}$`) });
        await chip.waitFor();
        const colors = await chip.evaluate((element) => {
          const swatch = getComputedStyle(element.querySelector('.swatch'));
          return [
            swatch.backgroundColor,
            swatch.borderTopColor,
            swatch.outlineColor,
            getComputedStyle(element).backgroundColor,
          ];
        });
        const [fill, ring, edge, behind] = colors.map(luminance);
        const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        // WCAG 2.2, 1.4.11 asks for 3; a colour that is also the ground's has to be seen as a colour, not as a hole.
        if (contrast(fill, behind) < 3) assert.ok(contrast(fill, ring) >= 7 || ring === fill, `${colors}`);
        assert.ok(contrast(ring, behind) >= 3 || contrast(edge, behind) >= 3, `${colors}`);
      },
      { dark },
    ));
}

/** Relative luminance by WCAG 2.2 of rgb(r, g, b). */
function luminance(color) {
  const [r, g, b] = color.match(/[\d.]+/g).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
