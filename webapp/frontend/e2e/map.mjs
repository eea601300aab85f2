/** What tests of the draw-to-search map share. */
import assert from 'node:assert/strict';

/** Opens the page and waits for the map; see `placeOf`. */
export async function openMap(page, path = '/estate/draw') {
  await page.goto(path);
  await page.locator('.map path.land').waitFor({ state: 'attached' });
  return placeOf(page.locator('.map'));
}

/** `at` turns x and y from the map's centre, in radii, into a position in the window. */
export async function placeOf(map) {
  const { x, y, width, height } = await map.boundingBox();
  const at = ([dx, dy], radius) => ({ x: x + width / 2 + dx * radius, y: y + height / 2 + dy * radius });
  return { at };
}

/** The next answer to a search on the map. */
export const nazotte = (page) =>
  page.waitForResponse((response) => response.url().endsWith('/api/estate/nazotte'));

/** The ring sent was closed, and what it found is on the map and in the list; returns both. */
export async function assertSearched(page, response) {
  const { coordinates } = response.request().postDataJSON();
  const { estates, count } = await response.json();
  assert.deepEqual(coordinates[0], coordinates.at(-1));
  assert.ok(coordinates.length >= 4);
  assert.ok(count > 0, 'there are homes inside');
  await waitForFound(page, count);
  assert.equal(await page.locator('.map path.marker').count(), count);
  return { coordinates, estates };
}

export const waitForFound = (page, count) =>
  page.waitForFunction((n) => document.querySelectorAll('.found-item').length === n, count);

/** The marker that lies on top of the others, once the map is in its panning mode and at rest: the mode's hint moves it. */
export async function topMarker(page) {
  await page.locator('.map[data-mode="pan"]').waitFor();
  const marker = await page.locator('.map path.marker').last().elementHandle();
  await marker.waitForElementState('stable');
  return marker;
}
