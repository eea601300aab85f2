/** The map without a gesture, and its other states. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { show, useBrowser, visit, waitForText } from './harness.mjs';
import { assertSearched, nazotte, openMap } from './map.mjs';

useBrowser();

test('corners set by keyboard, taken back, and searched', () =>
  visit(async (page) => {
    await openMap(page);
    await page.getByText('角を打つ').click();
    const search = page.getByRole('button', { name: 'この形で探す' });
    assert.equal(await search.isDisabled(), true);
    await page.locator('.map').focus();
    const moves = [
      [],
      ['ArrowRight', 'ArrowRight'],
      ['ArrowDown', 'ArrowDown'],
      ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
    ];
    for (const [corner, keys] of moves.entries()) {
      for (const key of keys) {
        const before = await page.locator('.leaflet-map-pane').getAttribute('style');
        await page.keyboard.press(key);
        await page.waitForFunction(
          (style) => document.querySelector('.leaflet-map-pane').getAttribute('style') !== style,
          before,
        );
        await page.waitForFunction(() => !document.querySelector('.leaflet-pan-anim'));
      }
      await page.keyboard.press('Enter');
      await waitForText(page, `角 ${corner + 1}か所`);
    }
    await page.keyboard.press('Backspace');
    await waitForText(page, '角 3か所');
    await show(page, 'draw-corners');
    const answer = nazotte(page);
    await search.press('Enter');
    const { coordinates } = await assertSearched(page, await answer);
    assert.equal(coordinates.length, 4);
    assert.equal(await search.isDisabled(), true);
    assert.equal(await search.evaluate((button) => button === document.activeElement), true);
    const clear = page.getByRole('button', { name: '消す' });
    await clear.press('Enter');
    await waitForText(page, 'まだ探していません');
    assert.equal(await clear.evaluate((button) => button === document.activeElement), true);
  }));

test('tapped corners, a prefecture chosen from the list, and the view itself need no gesture', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    await page.getByText('角を打つ').click();
    for (const corner of [
      [-1, -1],
      [1, -1],
      [0, 1],
    ]) {
      const { x, y } = at(corner, 100);
      await page.mouse.click(x, y);
    }
    let answer = nazotte(page);
    await page.getByRole('button', { name: 'この形で探す' }).click();
    await assertSearched(page, await answer);
    await page.getByRole('combobox').selectOption({ label: '福岡県' });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.capital')].some((label) => {
        const box = label.getBoundingClientRect();
        const map = document.querySelector('.map').getBoundingClientRect();
        return label.textContent === '福岡' && Math.abs(box.x - map.x - map.width / 2) < 30;
      }),
    );
    answer = nazotte(page);
    await page.getByRole('button', { name: '表示範囲で探す' }).click();
    const { coordinates, estates } = await assertSearched(page, await answer);
    assert.equal(coordinates.length, 5);
    assert.ok(
      estates.every((estate) => estate.longitude < 133),
      'around Fukuoka',
    );
  }));

test("a tile server of one's own is drawn over the outline, with its attribution", () =>
  visit(async (page) => {
    const site = { tileUrl: '/tiles/{z}/{x}/{y}.svg', tileAttribution: '© the tile server' };
    const tile =
      '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path d="M0 0v256h256" fill="none" stroke="gray"/></svg>';
    await page.route('**/site.json', (route) => route.fulfill({ json: site }));
    await page.route('**/tiles/**', (route) => route.fulfill({ body: tile, contentType: 'image/svg+xml' }));
    await openMap(page);
    await page.locator('.map img.leaflet-tile-loaded').first().waitFor();
    await waitForText(page, '© the tile server');
    await show(page, 'draw-tiles');
  }));

test('a map that does not arrive is asked for again, and the heading takes the focus of the button', () =>
  visit(
    async (page) => {
      await page.route('**/assets/japan*.json', (route) => route.abort());
      await page.goto('/estate/draw');
      await waitForText(page, '地図を読み込めませんでした');
      await show(page, 'draw-map-failed');
      await page.unroute('**/assets/japan*.json');
      await page.getByRole('button', { name: 'もう一度試す' }).press('Enter');
      await page.locator('.map path.land').waitFor({ state: 'attached' });
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    },
    { expected: ['ERR_FAILED'] },
  ));

test('the list and the markers beside it change together', () =>
  visit(async (page) => {
    await page.addInitScript(() => {
      window.pairs = [];
      new MutationObserver(() => {
        const [found, markers] = ['.found-item', '.map path.marker'].map(
          (kind) => document.querySelectorAll(kind).length,
        );
        if (found !== window.pairs.at(-1)?.[0]) window.pairs.push([found, markers]);
      }).observe(document, { childList: true, subtree: true });
    });
    await openMap(page, '/estate/draw?area=35.5,139.5_35.5,139.9_35.8,139.9_35.8,139.5');
    await page.locator('.found-item').first().waitFor();
    await page.getByRole('button', { name: '消す' }).click();
    await waitForText(page, 'まだ探していません');
    assert.deepEqual(await page.evaluate(() => window.pairs), [
      [0, 0],
      [50, 50],
      [0, 0],
    ]);
  }));

test('a line too short is answered with advice', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const { x, y } = at([0, 0], 1);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 6, y);
    await page.mouse.up();
    await waitForText(page, '線が短すぎます');
    await page.goto('/estate/draw?area=43,150_43,150.1_43.1,150.1');
    await waitForText(page, 'この範囲に住まいはありません');
    await show(page, 'draw-empty');
  }));
