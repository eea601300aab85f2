/** Fails the build when the first page's JavaScript outgrows its budget; prints what each page transfers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIRST_PAGE_SCRIPT_BUDGET_BYTES = 20_000;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const html = readFileSync(`${dist}index.html`, 'utf8');
const sent = (path) => {
  const compressed = `${dist}${path}.gz`;
  return statSync(existsSync(compressed) ? compressed : `${dist}${path}`).size;
};
const links = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const total = (ending) =>
  links.filter((link) => link.endsWith(ending)).reduce((bytes, link) => bytes + sent(link), 0);
const script = total('.js');
console.log(
  `first page, gzip bytes: scripts ${script} of ${FIRST_PAGE_SCRIPT_BUDGET_BYTES}, styles ${total('.css')}`,
);
if (script === 0 || script > FIRST_PAGE_SCRIPT_BUDGET_BYTES) {
  console.error('The first page has no script or too much: import heavy code lazily (see src/app.tsx).');
  process.exit(1);
}
