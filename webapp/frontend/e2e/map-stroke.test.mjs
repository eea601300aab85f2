/** Drawing with a gesture: mouse, pen, finger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { show, useBrowser, visit, waitForText } from './harness.mjs';
import { assertSearched, nazotte, openMap, placeOf, topMarker, waitForFound } from './map.mjs';

useBrowser();

const CIRCLE = Array.from({ length: 41 }, (_, i) => [
  Math.cos((i / 20) * Math.PI),
  Math.sin((i / 20) * Math.PI),
]);

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

test('a line drawn with the mouse searches what it encloses; pointing works both ways', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const { estates } = await drawByMouse(page, at);
    if (estates.length === 50) await waitForText(page, '人気の高い50件だけを表示しています');
    await page.locator('.found-item').nth(2).hover();
    await page.locator('.map path.marker.is-highlighted').waitFor({ state: 'attached' });
    await show(page, 'draw-mouse');
    await page.mouse.move(5, 5);
    await page.getByText('移動', { exact: true }).click();
    const marker = await topMarker(page);
    await marker.hover({ force: true });
    await page.locator('.found-item.is-highlighted').waitFor();

    await page.reload();
    await waitForFound(page, estates.length);
    await page.locator('.found-item .card-link').first().click();
    await page.locator('.email-form').waitFor();
    await page.goBack();
    await waitForFound(page, estates.length);
    await page.getByRole('button', { name: '消す' }).click();
    await waitForText(page, 'まだ探していません');
    assert.equal(await page.locator('.map path.marker').count(), 0);
    assert.equal(await page.locator('.map path.area').count(), 0);
  }));

test('an L is searched as drawn, and with its hollow only when asked', () =>
  visit(async (page) => {
    const { at } = await openMap(page);
    const corners = [
      [-1, -1],
      [1, -1],
      [1, -0.6],
      [-0.6, -0.6],
      [-0.6, 1],
      [-1, 1],
    ].map((corner) => at(corner, 150));
    await page.mouse.move(corners[0].x, corners[0].y);
    await page.mouse.down();
    for (const { x, y } of corners.slice(1)) await page.mouse.move(x, y, { steps: 5 });
    let answer = nazotte(page);
    await page.mouse.up();
    const { coordinates, estates } = await assertSearched(page, await answer);
    assert.equal(coordinates.length, 7, 'six corners, closed');
    const [, , , notch] = coordinates;
    const isInHollow = ({ latitude, longitude }) => latitude < notch.latitude && longitude > notch.longitude;
    assert.deepEqual(estates.filter(isInHollow), []);
    await show(page, 'draw-l');
    answer = nazotte(page);
    await page.getByRole('button', { name: 'へこみも含めて探す' }).click();
    const hull = await assertSearched(page, await answer);
    assert.equal(hull.coordinates.length, 6, 'five corners, closed');
    assert.ok(hull.estates.some(isInHollow));
    await page.getByRole('button', { name: 'へこみも含めて探す' }).waitFor({ state: 'detached' });
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

test('a finger scrolls past the map, draws when asked to, and is told the count; a marker shows its home', () =>
  visit(
    async (page, context) => {
      await openMap(page);
      const device = await context.newCDPSession(page);
      const touch = (type, touchPoints) => device.send('Input.dispatchTouchEvent', { type, touchPoints });
      let searches = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/nazotte')) searches++;
      });
      const swipe = async (dx, dy) => {
        const { at } = await placeOf(page.locator('.map'));
        const { x, y } = at([0, 0], 1);
        await touch('touchStart', [{ x, y }]);
        for (let step = 1; step <= 8; step++)
          await touch('touchMove', [{ x: x + (dx * step) / 8, y: y + (dy * step) / 8 }]);
        await touch('touchEnd', []);
      };
      const pane = () => page.locator('.leaflet-map-pane').getAttribute('style');
      const before = await pane();
      await swipe(0, -160);
      await page.waitForFunction(() => scrollY > 50 && history.state?.scrollY === scrollY);
      assert.equal(await pane(), before);
      await swipe(-100, 0);
      await page.waitForFunction(
        (style) => document.querySelector('.leaflet-map-pane').getAttribute('style') !== style,
        before,
      );
      await page.evaluate(() => scrollTo(0, 0));
      assert.equal(searches, 0);

      await page.getByText('Draw', { exact: true }).tap();
      await page.locator('.map[data-mode="stroke"]').waitFor();
      await page.locator('.map').scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      const { at } = await placeOf(page.locator('.map'));
      const finger = (corner) => [at(corner, 90)];
      const answer = nazotte(page);
      await touch('touchStart', finger(CIRCLE[0]));
      for (const point of CIRCLE.slice(1, 38)) await touch('touchMove', finger(point));
      // A finger that is flung is followed by a while in which Chromium takes a tap for a hand that stops the fling.
      await page.waitForTimeout(200);
      await touch('touchMove', finger(CIRCLE[37]));
      await touch('touchEnd', []);
      const { estates } = await assertSearched(page, await answer);
      assert.equal(await page.evaluate(() => scrollY), scrolled);
      const sheet = page.locator('.result-sheet');
      await sheet.getByText(`${estates.length} homes found`).waitFor();
      assert.ok((await sheet.boundingBox()).y < 740 - 40, 'in view');
      await show(page, 'draw-sheet');
      const marker = await topMarker(page);
      await marker.tap({ force: true });
      await page.locator('.found-item.is-selected').waitFor();
      await show(page, 'draw-touch');
      await page.getByRole('button', { name: 'Close' }).tap();
      await page.locator('.found-item.is-selected').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement.className), 'card-link');
      await page.evaluate(() => scrollTo(0, 0));
      await sheet.tap();
      await page.waitForFunction(() => document.activeElement?.id === 'found-title' && scrollY > 300);
    },
    { width: 360, height: 740, touch: true, locale: 'en-GB', dark: true },
  ));

test('a tap while drawing draws nothing and chooses the home under it; a line over a marker draws', () =>
  visit(async (page) => {
    const { at } = await openMap(page, '/estate/draw?area=35.5,139.5_35.5,139.9_35.8,139.9_35.8,139.5');
    await waitForFound(page, 50);
    await page.waitForFunction(() => !document.querySelector('.leaflet-zoom-anim'));
    const marker = await page.locator('.map path.marker').last().elementHandle();
    await marker.waitForElementState('stable');
    const { x, y, width, height } = await marker.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 2, y + height / 2); // no hand is quite still
    await page.mouse.up();
    await page.locator('.found-item.is-selected').waitFor();
    const empty = at([-1, -1], 180);
    await page.mouse.click(empty.x, empty.y);
    assert.equal(await page.getByText('線が短すぎます').count(), 0);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    const answer = nazotte(page);
    for (const [dx, dy] of [
      [40, 0],
      [40, 40],
      [0, 40],
      [0, 0],
    ]) {
      await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy);
    }
    await page.mouse.up();
    assert.equal((await answer).status(), 200);
    await page.locator('.found-item.is-selected').waitFor({ state: 'detached' });
  }));

test('a line that leaves the map, and the world with it, still searches', () =>
  visit(async (page) => {
    const { at } = await openMap(page, '/estate/draw?view=36,150,4');
    const [start, below] = [at([-1, -1], 150), at([-1, 1], 150)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(1275, start.y);
    await page.mouse.move(1275, below.y);
    await page.mouse.move(below.x, below.y);
    const answer = nazotte(page);
    await page.mouse.up();
    const { coordinates } = await assertSearched(page, await answer);
    assert.equal(Math.max(...coordinates.map(({ longitude }) => longitude)), 180);
  }));
