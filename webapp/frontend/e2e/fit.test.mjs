/** Whether a chair passes a door: drawn, marked in every list, and searched for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

/** By the contract's rule: what is left where it is tightest. */
function clearance({ width, depth, height }, doorWidth, doorHeight) {
  const [a, b] = [width, depth, height].sort((x, y) => x - y);
  return Math.min(Math.min(doorWidth, doorHeight) - a, Math.max(doorWidth, doorHeight) - b);
}

const badges = (page) =>
  page
    .locator('.cards .card')
    .evaluateAll((cards) => cards.map((card) => card.querySelector('.fit-badge')?.textContent));

const badgeText = (cm) =>
  cm > 0 ? `✓ 通る・余裕 ${cm} cm` : cm === 0 ? '✓ 通る・ぴったり' : `× 通らない・${-cm} cm不足`;

test('my door is typed once, stays on the device, marks every list of chairs, and narrows a search', () =>
  visit(
    async (page) => {
      const posted = [];
      page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
      await page.goto('/chair/fit');
      const door = page.locator('.panel', { hasText: 'マイドア' });
      await door.getByLabel('幅').fill('８０');
      await door.getByLabel('高さ').fill('');
      await door.getByRole('button', { name: '決める' }).tap();
      await waitForText(page, '1から999まで');
      assert.equal(await door.getByLabel('高さ').evaluate((input) => input === document.activeElement), true);
      await show(page, 'fit-problem');
      await door.getByLabel('高さ').fill('200');
      await door.getByRole('button', { name: '決める' }).tap();
      await page.locator('.my-sizes', { hasText: '80 × 200 cm' }).waitFor();

      await page.goto('/chair/search?kind=スツール');
      const { chairs } = await json('/api/chair/search?kind=スツール&page=0&perPage=24');
      await page.locator('.results .card-link').first().waitFor();
      const fits = chairs.map((chair) => clearance(chair, 80, 200));
      assert.deepEqual(await badges(page), fits.map(badgeText));
      await waitForText(page, `マイドアを通るのは${fits.filter((cm) => cm >= 0).length}件です`);
      await show(page, 'fit-search');
      await page.getByText('必ず通る大きさに絞る').tap();
      await page.locator('.reach-note .tag').nth(1).tap();
      await waitForText(page, 'この条件の椅子は、すべてマイドアを通ります。');
      await page.locator('.cards[aria-busy="false"]').waitFor();
      assert.deepEqual(
        (await badges(page)).filter((text) => !text.startsWith('✓')),
        [],
      );
      await page.getByRole('button', { name: '条件を選ぶ' }).tap();
      assert.ok((await page.locator('.chip .reach.is-all').count()) > 0);
      await show(page, 'fit-search-options');
      await page.goto('/');
      await page.locator('.shelf .fit-badge').first().waitFor();
      assert.deepEqual(posted, []);
    },
    { width: 360, height: 740, touch: true },
  ));

test('a chair is drawn in the doors recommended for it; kept as my own, it marks homes and their map', () =>
  visit(async (page) => {
    const chair = await json('/api/chair/1');
    const { estates } = await json('/api/recommended_estate/1');
    await page.goto('/chair/1');
    await page.locator('.shelf .card-link').first().waitFor();
    const spare = estates.map(({ doorWidth, doorHeight }) => clearance(chair, doorWidth, doorHeight));
    assert.deepEqual(await badges(page), spare.map(badgeText));
    const section = page.locator('.fit-section');
    await section.getByRole('combobox').selectOption(String(estates[4].id));
    const { doorWidth, doorHeight } = estates[4];
    await section.getByRole('img', { name: `幅×高さで${doorWidth} × ${doorHeight} cm` }).waitFor();
    assert.equal(await section.locator('.fit-badge').textContent(), badgeText(spare[4]));
    const keep = section.getByRole('button', { name: 'この椅子をマイ椅子にする' });
    await keep.press('Enter');
    await page
      .locator('.my-sizes', { hasText: `${chair.width} × ${chair.depth} × ${chair.height} cm` })
      .waitFor();
    assert.equal(await keep.getAttribute('aria-pressed'), 'true');
    await show(page, 'fit-chair');

    await page.goto('/estate/search?rentRangeId=1');
    await page.locator('.results .card-link').first().waitFor();
    const found = await json('/api/estate/search?rentRangeId=1&page=0&perPage=24');
    assert.deepEqual(
      await badges(page),
      found.estates.map((home) => badgeText(clearance(chair, home.doorWidth, home.doorHeight))),
    );
    await page.goto('/estate/draw?area=35.5,139.5_35.5,139.9_35.8,139.9_35.8,139.5');
    await page.locator('.found-item .fit-badge').nth(49).waitFor();

    await page.goto(`/estate/${estates[4].id}`);
    await page.locator('.fit-figure').waitFor();
    await page.getByRole('button', { name: 'このドアをマイドアにする' }).click();
    await page.locator('.my-sizes .fit-badge', { hasText: badgeText(spare[4]) }).waitFor();
    await show(page, 'fit-estate');
    await page.locator('.my-sizes').click();
    await page.getByRole('link', { name: estates[4].name }).waitFor();
    await show(page, 'fit-both');
    await page.getByRole('button', { name: 'マイ椅子を忘れる' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.name === 'width');
    await page.getByRole('button', { name: 'マイドアを忘れる' }).click();
    await page.locator('.my-sizes').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => localStorage.mine), '{"chair":null,"door":null}');
  }));
