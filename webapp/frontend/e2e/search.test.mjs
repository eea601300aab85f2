import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, show, useBrowser, visit, waitForText } from './harness.mjs';

useBrowser();

const firstName = (page) => page.locator('.results .card-link').first().textContent();
const settled = (page) =>
  page.waitForFunction(() => document.querySelector('.results .cards')?.ariaBusy === 'false');

test('a search is counted, paged, kept in the address, and comes back by back and reload', () =>
  visit(async (page) => {
    await page.goto('/chair/search');
    const range = page.getByRole('radio', { name: '3,000～6,000円' });
    await range.check({ force: true });
    await page.waitForURL('**/chair/search?priceRangeId=1');
    const { count, chairs } = await json('/api/chair/search?priceRangeId=1&page=0&perPage=24');
    await waitForText(page, `${count.toLocaleString('ja')}件`);
    await settled(page);
    assert.equal(await firstName(page), chairs[0].name);

    await page.getByRole('link', { name: '2ページ目' }).click();
    await page.waitForURL('**/chair/search?priceRangeId=1&page=2');
    const second = await json('/api/chair/search?priceRangeId=1&page=1&perPage=24');
    await page.waitForFunction(
      (name) => document.querySelector('.results .card-link')?.textContent === name,
      second.chairs[0].name,
    );
    await page.waitForFunction(() => document.activeElement?.id === 'results-title');

    await page.reload();
    await settled(page);
    assert.equal(await firstName(page), second.chairs[0].name);
    assert.equal(await range.isChecked(), true);

    await page.goBack();
    await page.waitForFunction(
      (name) => document.querySelector('.results .card-link')?.textContent === name,
      chairs[0].name,
    );
    await page.goBack();
    await waitForText(page, '条件を1つ以上選ぶと検索します');
  }));

for (const isBought of [false, true]) {
  test(`going back from a chair ${isBought ? 'just bought ' : ''}returns to the place in the list`, () =>
    visit(async (page) => {
      await page.goto('/chair/search?priceRangeId=1');
      await settled(page);
      const card = page.locator('.results .card-link').nth(18);
      await card.scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      assert.ok(scrolled > 300);
      await page.waitForFunction((y) => history.state?.scrollY === y, scrolled);
      await card.click();
      await page.locator('.email-form').waitFor();
      await page.waitForFunction(() => scrollY === 0 && document.activeElement?.tagName === 'H1');
      if (isBought) {
        await page.route('**/api/chair/buy/**', (route) => route.fulfill({ status: 200, body: '' }));
        await page.getByLabel('メールアドレス').fill('hanako@example.jp');
        await page.getByLabel('メールアドレス').press('Enter');
        await waitForText(page, '購入しました');
      }
      await page.goBack();
      await settled(page);
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, scrolled);
    }));
}

for (const path of ['/', '/chair/search?priceRangeId=1', '/chair/1']) {
  test(`a reload of ${path} stays at its place`, () =>
    visit(async (page) => {
      await page.goto(path);
      await page.locator('.card-link').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => scrollTo(0, 500));
      await page.waitForFunction(() => history.state?.scrollY === 500);
      let release;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      await page.route('**/api/**', async (route) => {
        await held;
        await route.continue();
      });
      await page.reload();
      await page.locator('.skeleton').first().waitFor();
      release();
      await page.locator('.card-link').first().waitFor();
      await page.waitForFunction(() => Math.abs(scrollY - 500) < 1);
    }));
}

test('features are filtered, chosen together and taken away by their chips', () =>
  visit(async (page) => {
    const { feature } = await json('/api/estate/search/condition');
    const [one, two] = feature.list;
    await page.goto('/estate/search');
    await page.getByRole('searchbox').fill(one);
    await page.getByRole('checkbox', { name: one, exact: true }).check();
    await page.getByRole('searchbox').fill('そんな特徴はない');
    await waitForText(page, 'その言葉を含む特徴はありません。');
    assert.equal(await page.getByRole('checkbox').count(), 1, 'the chosen one stays');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('checkbox', { name: two, exact: true }).check();
    const expected = await json(
      `/api/estate/search?features=${encodeURIComponent(`${one},${two}`)}&page=0&perPage=24`,
    );
    await page.waitForFunction(
      (n) => document.querySelector('.results-count strong')?.textContent === n,
      `${expected.count.toLocaleString('ja')}件`,
    );
    await page.getByRole('button', { name: `条件「${two}」を外す` }).click();
    assert.equal(new URL(page.url()).searchParams.get('features'), one);
    await page.getByRole('button', { name: '条件をすべて消す' }).click();
    await page.waitForURL('**/estate/search');
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('button', { name: `条件「${one}」を外す` }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('features'), one);
  }));

test('a keyboard passes each group of options in one step, and skips them all by a link', () =>
  visit(async (page) => {
    await page.goto('/chair/search?priceRangeId=1');
    await settled(page);
    const isFirstResult = () =>
      page.evaluate(
        () => document.activeElement === document.querySelector('.results :is(.chosen-chip, .card-link)'),
      );
    await page.getByRole('group', { name: '価格' }).getByRole('radio', { checked: true }).focus();
    let steps = 0;
    while (!(await isFirstResult()) && steps < 20) {
      await page.keyboard.press('Tab');
      steps++;
    }
    assert.equal(steps, 8, '5 more groups, the filter box, the features, the first chip');

    await page.keyboard.press('Shift+Tab');
    const focused = () => page.evaluate(() => document.activeElement.closest('label')?.textContent);
    const features = await page.locator('.feature').allTextContents();
    const { feature } = await json('/api/chair/search/condition');
    assert.deepEqual(features.toSorted(), feature.list.toSorted());
    assert.equal(await focused(), features[0]);
    await page.getByText('矢印キーで移動し').waitFor();
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), features[0], 'the first stays');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.chosen-chip', { hasText: features[2] }).waitFor();
    assert.equal(await focused(), features[2]);
    await show(page, 'search-features-keyboard');
    await page.keyboard.press('End');
    assert.equal(await focused(), features.at(-1));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), features.at(-1), 'where one left it');

    await page.locator('h1').focus();
    await page.keyboard.press('Tab');
    await show(page, 'search-skip-link');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'results-title');
  }));

test('what takes itself away hands the focus to its neighbour', () =>
  visit(async (page) => {
    const { feature } = await json('/api/estate/search/condition');
    const [one, two, three] = feature.list;
    await page.goto(`/estate/search?features=${encodeURIComponent([one, two, three].join(','))}`);
    const press = async (name) => {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    const focusedText = () => page.evaluate(() => document.activeElement.textContent);
    await page.locator('.chosen-chip').first().waitFor();
    const chips = (await page.locator('.chosen-chip').allTextContents()).map((text) =>
      text.replace(' ×', ''),
    );
    await press(`条件「${chips[0]}」を外す`);
    assert.match(await focusedText(), new RegExp(chips[1]));
    await press(`条件「${chips[2]}」を外す`);
    assert.match(await focusedText(), new RegExp(chips[1]));
    await press(`条件「${chips[1]}」を外す`);
    await page.waitForURL('**/estate/search');
    assert.equal(await focusedText(), 'お手頃な住まい');

    await page.getByRole('checkbox', { name: one, exact: true }).check();
    await page.getByRole('searchbox').fill('そんな特徴はない');
    await page.getByRole('checkbox', { name: one, exact: true }).focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.activeElement?.type === 'search');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('checkbox', { name: one, exact: true }).check();
    await press('条件をすべて消す');
    await page.waitForURL('**/estate/search');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'results-title');
  }));

test('turning a page moves the focus after going back over a condition, too', () =>
  visit(async (page) => {
    const turnTo = async (name) => {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForFunction(() => document.activeElement?.id === 'results-title');
    };
    await page.goto('/chair/search?priceRangeId=1');
    await page.getByRole('group', { name: '種類' }).getByRole('radio').nth(1).check({ force: true });
    await page.waitForURL('**kind=**');
    await page.goBack();
    await settled(page);
    await turnTo('2ページ目');
    await page.goBack();
    await page.waitForURL('**/chair/search?priceRangeId=1');
    await settled(page);
    await turnTo('2ページ目');
    await turnTo('1ページ目');
  }));

test('changing one condition again and again is one step back', () =>
  visit(async (page) => {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: '住まい' }).click();
    const rent = page.getByRole('group', { name: '賃料' });
    await rent.getByRole('radio').nth(1).check({ force: true });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL('**/estate/search?rentRangeId=2');
    await page.goBack();
    await page.waitForURL('**/estate/search');
  }));

test('nothing found, a page past the end, and a condition that does not exist are told apart', () =>
  visit(
    async (page) => {
      await page.goto('/chair/search?kind=%E3%81%AA%E3%81%97');
      await waitForText(page, '条件に合うものがありません');
      await show(page, 'search-empty');
      await page.goto('/chair/search?priceRangeId=1&page=9999');
      await waitForText(page, 'このページには何もありません');
      await show(page, 'search-past-the-end');
      await page.getByRole('link', { name: '最初のページへ' }).click();
      await page.locator('.results .card-link').first().waitFor();
      await page.goto('/chair/search?priceRangeId=99');
      await waitForText(page, 'この条件では検索できません');
      await show(page, 'search-refused');
      await page.getByRole('link', { name: '条件をすべて消す' }).press('Enter');
      await page.locator('.results .card-link').first().waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'results-title');
    },
    { expected: ['status of 400'] },
  ));

test('on a phone the conditions open, and lead to the results', () =>
  visit(
    async (page) => {
      await page.goto('/chair/search');
      assert.equal(await page.locator('#filters').isVisible(), false);
      await page.getByRole('button', { name: '条件を選ぶ' }).tap();
      await page.getByText('スツール', { exact: true }).first().tap();
      await page.waitForURL('**/chair/search?kind=**');
      await show(page, 'filters-phone');
      await page.getByRole('button', { name: /件を見る/ }).tap();
      await page.waitForFunction(() => document.activeElement?.id === 'results-title');
      assert.equal(await page.locator('#filters').isVisible(), false);
      assert.equal(await page.locator('.filters-toggle .count').textContent(), '1');
    },
    { width: 360, height: 740, touch: true },
  ));

test('in English the words of the data are English, searched as they are written, and unknown ones stay', () =>
  visit(
    async (page) => {
      await page.route('**/api/chair/search/condition', async (route) => {
        const response = await route.fetch();
        const condition = await response.json();
        condition.color.list.push('玉虫色');
        await route.fulfill({ response, json: condition });
      });
      await page.goto('/chair/search');
      await page.getByRole('radio', { name: 'Lounge chair' }).check({ force: true });
      assert.equal(new URL(page.url()).searchParams.get('kind'), 'ラウンジチェア');
      assert.equal(await page.locator('.chip', { hasText: '玉虫色' }).getAttribute('lang'), 'ja');
      await page.getByRole('searchbox').fill('leather');
      await page.getByRole('checkbox', { name: 'Real leather' }).check();
      await page.waitForURL('**features=**');
      assert.equal(new URL(page.url()).searchParams.get('features'), '本革');
      await page.getByRole('searchbox').fill('折りたたみ');
      assert.equal(await page.getByRole('checkbox').count(), 3, 'the chosen one stays');
      await settled(page);
      await show(page, 'search-english');
      await page.locator('.results .card-link').first().click();
      await page.locator('.facts', { hasText: 'Lounge chair' }).waitFor();
      await page.locator('.tag', { hasText: 'Real leather' }).waitFor();
    },
    { locale: 'en-GB' },
  ));

test('where nothing is found, searches without one of the conditions are offered, with what they find', () =>
  visit(async (page) => {
    const { feature } = await json('/api/chair/search/condition');
    const [word] = feature.list;
    const query = (features) => `?${new URLSearchParams({ kind: 'スツール', features: features.join(',') })}`;
    await page.goto(`/chair/search${query([word, 'そんな特徴はない'])}`);
    const { count } = await json(`/api/chair/search${query([word])}&page=0&perPage=0`);
    const link = page.getByRole('link', {
      name: `「そんな特徴はない」なし: ${count.toLocaleString('ja')}件`,
    });
    await link.waitFor();
    assert.equal(await page.locator('.suggestions a').count(), 1, 'only what finds something');
    await show(page, 'search-suggestions');
    await link.click();
    await waitForText(page, `${count.toLocaleString('ja')}件`);
  }));
