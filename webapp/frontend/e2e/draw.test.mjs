import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

const CIRCLE = Array.from({ length: 41 }, (_, i) => [
  Math.cos((i / 20) * Math.PI),
  Math.sin((i / 20) * Math.PI),
]);

async function openMap(page, path = '/estate/draw') {
  await page.goto(path);
  await page.locator('.map path.land').waitFor({ state: 'attached' });
  const box = await page.locator('.map').boundingBox();
  const center = [box.x + box.width / 2, box.y + box.height / 2];
  const at = ([x, y], radius) => ({ x: center[0] + x * radius, y: center[1] + y * radius });
  return { box, at };
}

const nazotte = (page) => page.waitForResponse((response) => response.url().endsWith('/api/estate/nazotte'));

/** The ring sent is closed and convex; returns it with the answer. */
async function assertSearched(page, response) {
  const { coordinates } = response.request().postDataJSON();
  const { estates, count } = await response.json();
  assert.deepEqual(coordinates[0], coordinates.at(-1));
  assert.ok(coordinates.length >= 4);
  assert.ok(count > 0, 'there are homes inside');
  await page.waitForFunction((n) => document.querySelectorAll('.found-item').length === n, count);
  assert.equal(await page.locator('.map path.marker').count(), count);
  return { coordinates, estates };
}

async function drawByMouse(page, at) {
  const start = at(CIRCLE[0], 120);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const point of CIRCLE.slice(1, 36)) {
    const { x, y } = at(point, 120);
    await page.mouse.move(x, y);
  }
  const answer = nazotte(page);
  await page.mouse.up();
  return assertSearched(page, await answer);
}

test('a line drawn with the mouse searches its convex hull; pointing works both ways', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const { estates, coordinates } = await drawByMouse(page, at);
    for (let i = 0; i + 2 < coordinates.length; i++) {
      const [a, b, c] = coordinates.slice(i, i + 3);
      const turn =
        (b.longitude - a.longitude) * (c.latitude - a.latitude) -
        (b.latitude - a.latitude) * (c.longitude - a.longitude);
      assert.ok(turn > 0, 'every corner turns left');
    }
    if (estates.length === 50) await waitForText(page, '人気の高い50件だけを表示しています');
    await page.locator('.found-item').nth(2).hover();
    await page.locator('.map path.marker.is-highlighted').waitFor({ state: 'attached' });
    await screenshot(page, 'draw-mouse');
    await page.mouse.move(5, 5);
    await page.getByText('移動', { exact: true }).click();
    const marker = page.locator('.map path.marker').last();
    await marker.hover({ force: true });
    await page.locator('.found-item.is-highlighted').waitFor();

    await page.reload();
    await page.waitForFunction((n) => document.querySelectorAll('.found-item').length === n, estates.length);
    await page.locator('.found-item .card-link').first().click();
    await page.locator('.email-form').waitFor();
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll('.found-item').length === n, estates.length);
    await page.getByRole('button', { name: '消す' }).click();
    await waitForText(page, 'まだ探していません');
    assert.equal(await page.locator('.map path.marker').count(), 0);
    assert.equal(await page.locator('.map path.area').count(), 0);
  }));

test('the point where the pen was let go counts', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 0.2],
    ].map((corner) => at(corner, 100));
    await page.mouse.move(corners[0].x, corners[0].y);
    await page.mouse.down();
    for (const { x, y } of corners.slice(1)) await page.mouse.move(x, y);
    const answer = nazotte(page);
    const last = at([0, 1.8], 100);
    await page.mouse.move(last.x, last.y);
    await page.mouse.up();
    const { coordinates } = await assertSearched(page, await answer);
    assert.equal(coordinates.length, 5, 'four corners, closed');
  }));

test('a finger draws on a phone without scrolling the page; a chosen marker shows its home', () =>
  visit(
    async (page, context) => {
      const { at } = await openMap(page);
      await page.locator('.map').scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      const moved = await page.locator('.map').boundingBox();
      const finger = ([x, y]) => [
        { x: moved.x + moved.width / 2 + x * 90, y: moved.y + moved.height / 2 + y * 90 },
      ];
      const device = await context.newCDPSession(page);
      const touch = (type, touchPoints) => device.send('Input.dispatchTouchEvent', { type, touchPoints });
      const answer = nazotte(page);
      await touch('touchStart', finger(CIRCLE[0]));
      for (const point of CIRCLE.slice(1, 38)) await touch('touchMove', finger(point));
      await touch('touchEnd', []);
      await assertSearched(page, await answer);
      assert.equal(await page.evaluate(() => scrollY), scrolled);
      assert.ok(at);
      await page.getByText('移動', { exact: true }).tap();
      await page.locator('.map path.marker').last().tap({ force: true });
      await page.locator('.found-item.is-selected').waitFor();
      await screenshot(page, 'draw-touch');
      await page.getByRole('button', { name: '閉じる' }).tap();
      await page.locator('.found-item.is-selected').waitFor({ state: 'detached' });
    },
    { width: 360, height: 740, touch: true },
  ));

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
    await screenshot(page, 'draw-corners');
    const answer = nazotte(page);
    await search.click();
    const { coordinates } = await assertSearched(page, await answer);
    assert.equal(coordinates.length, 4);
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

test('a line too short is answered with advice', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const { x, y } = at([0, 0], 1);
    await page.mouse.click(x, y);
    await waitForText(page, '線が短すぎます');
    await page.goto('/estate/draw?area=43,150_43,150.1_43.1,150.1');
    await waitForText(page, 'この範囲に住まいはありません');
  }));
