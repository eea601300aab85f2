import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing against WCAG 2.2 AA, nor against its own best practice, on the page as it stands. */
export async function assertAccessible(page) {
  await page.evaluate(`window.axe || (() => {${SOURCE}})()`);
  const violations = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) =>
      `${id}: ${nodes.map((node) => node.html).join(' | ')}`.slice(0, 400),
    );
  }, RULES);
  assert.deepEqual(violations, []);
}
