/**
 * Hands the prefectures' outlines (1:10m, the generator's own resource) to the offline map.
 *
 * Writes src/map/japan.json: an array of prefectures, each an array that begins with its name and goes on with
 * its islands' rings, flat lists of x, y steps in thousandths of a degree (about 100 m, finer than the source);
 * the first pair counts from 0, 0. Steps compress to a third of plain coordinates. `decodeOutline` in
 * src/map/outline.ts is the inverse.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(
  new URL(
    '../../../sql/generator/src/main/resources/isuumo/generator/estate/prefectures.txt',
    import.meta.url,
  ),
);
const target = fileURLToPath(new URL('../src/map/japan.json', import.meta.url));
const script = fileURLToPath(import.meta.url);

if (
  existsSync(target) &&
  statSync(target).mtimeMs > Math.max(statSync(script).mtimeMs, statSync(source).mtimeMs)
) {
  process.exit(0);
}

const prefectures = new Map();
for (const line of readFileSync(source, 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [name, steps] = line.split('\t');
  if (!prefectures.has(name)) prefectures.set(name, [name]);
  prefectures.get(name).push(steps.split(' ').map(Number));
}
writeFileSync(target, JSON.stringify([...prefectures.values()]));
console.log(`japan.json: ${prefectures.size} prefectures`);
