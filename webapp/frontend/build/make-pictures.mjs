/**
 * usage: node build/make-pictures.mjs DATA_DIRECTORY
 *
 * Writes a lossless WebP beside each PNG of DATA_DIRECTORY/images/{chair,estate}, a fifth smaller; servers send it to
 * browsers that take it. What is there already and newer than its PNG is kept. (AVIF would save another fifth, and take
 * some ten times as long.)
 */
import { readdirSync, renameSync, statSync } from 'node:fs';
import { cpus } from 'node:os';

const [directory] = process.argv.slice(2);
if (!directory) {
  console.error('usage: node build/make-pictures.mjs DATA_DIRECTORY');
  process.exit(2);
}
const missing = ['chair', 'estate'].flatMap((kind) => withoutWebp(`${directory}/images/${kind}`));
if (missing.length > 0) {
  const { default: sharp } = await import('sharp');
  // Pictures in parallel instead of threads within one: the same cores, less waiting.
  sharp.concurrency(1);
  await Promise.all(cpus().map(() => convertAll(sharp)));
}

function withoutWebp(folder) {
  const changedAt = new Map();
  for (const name of list(folder)) changedAt.set(name, statSync(`${folder}/${name}`).mtimeMs);
  return [...changedAt.keys()]
    .filter((name) => name.endsWith('.png'))
    .filter((name) => !(changedAt.get(webp(name)) >= changedAt.get(name)))
    .map((name) => `${folder}/${name}`);
}

/** A data set may have no pictures. */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch (failure) {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  }
}

async function convertAll(sharp) {
  for (let png = missing.pop(); png; png = missing.pop()) {
    const target = webp(png);
    await sharp(png).webp({ lossless: true, effort: 3 }).toFile(`${target}.part`);
    renameSync(`${target}.part`, target);
  }
}

function webp(png) {
  return png.replace(/png$/, 'webp');
}
