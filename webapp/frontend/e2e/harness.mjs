import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertAccessible } from './axe.mjs';
import { launch } from './browser.mjs';

export const url = process.env.E2E_URL;
/** contest or public. */
export const profile = process.env.E2E_PROFILE;
/** What an upload or a reset brings. */
export const operator = process.env.E2E_CREDENTIAL
  ? { authorization: `Bearer ${process.env.E2E_CREDENTIAL}` }
  : {};
const SCREENSHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url));

let browser;

/** Opens one Chromium for a file of tests. */
export function useBrowser() {
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
  });
}

/**
 * Runs a test in a browser of its own and fails if anything but expected answers showed up in its console: a script
 * error, a violation of the content security policy, an answer that is none of `expected`.
 */
export async function visit(
  test,
  {
    width = 1280,
    height = 900,
    locale = 'ja-JP',
    dark = false,
    touch = false,
    javaScript = true,
    expected = [],
  } = {},
) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
    javaScriptEnabled: javaScript,
  });
  const problems = [];
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const isExpected = expected.some((text) => message.text().includes(text));
    if (['error', 'warning'].includes(message.type()) && !isExpected) problems.push(message.text());
  });
  try {
    await test(page, context);
    assert.deepEqual(problems, [], 'the console is clean');
  } finally {
    await context.close();
  }
}

/** Keeps a picture of the page as it stands once nothing is on its way, and has axe look at it. */
export async function show(page, name) {
  // A list that is about to be replaced is dimmed, below the contrast of text that is to be read.
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await assertAccessible(page);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

export async function waitForText(page, text) {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

export async function json(path) {
  const response = await fetch(url + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

/** Puts one more chair on sale: the cheapest and most popular of all. */
export async function addChair(id, { stock, name = '試験の椅子' }) {
  const { chairs } = await json('/api/chair/low_priced');
  const row = [id, name, '説明', chairs[0].thumbnail, 1, 40, 40, 40, '黒', '', 'スツール', 2_000_000, stock];
  const form = new FormData();
  form.append('chairs', new Blob([`${row.join(',')}\n`], { type: 'text/csv' }), 'chairs.csv');
  const response = await fetch(`${url}/api/chair`, {
    method: 'POST',
    headers: operator,
    body: form,
  });
  assert.equal(response.status, 201, await response.text());
}

/** Ids that no data set uses, another one on every call. */
let nextId = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);
export const newId = () => nextId++;
