/**
 * Cuts Japan's outline (1:10m) out of the world atlas for the offline base map.
 *
 * Writes src/map/japan.json: an array of rings, each a flat list of x, y steps in thousandths of a degree
 * (about 100 m, finer than the atlas itself); the first pair counts from 0, 0. Steps compress to a third of
 * plain coordinates. `decodeOutline` in src/map/outline.ts is the inverse.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';

const JAPAN_ISO_NUMERIC = '392';
const STEPS_PER_DEGREE = 1000;

const source = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
const target = fileURLToPath(new URL('../src/map/japan.json', import.meta.url));
const script = fileURLToPath(import.meta.url);

if (
  existsSync(target) &&
  statSync(target).mtimeMs > Math.max(statSync(script).mtimeMs, statSync(source).mtimeMs)
) {
  process.exit(0);
}

const atlas = JSON.parse(readFileSync(source, 'utf8'));
const japan = atlas.objects.countries.geometries.find((country) => country.id === JAPAN_ISO_NUMERIC);
const polygons = feature(atlas, japan).geometry.coordinates;
const rings = polygons.map(([outer]) => toSteps(outer));
writeFileSync(target, JSON.stringify(rings));
console.log(`japan.json: ${rings.length} islands, ${rings.flat().length / 2} points`);

function toSteps(ring) {
  let previousX = 0;
  let previousY = 0;
  return ring.flatMap(([longitude, latitude]) => {
    const x = Math.round(longitude * STEPS_PER_DEGREE);
    const y = Math.round(latitude * STEPS_PER_DEGREE);
    const step = [x - previousX, y - previousY];
    [previousX, previousY] = [x, y];
    return step;
  });
}
