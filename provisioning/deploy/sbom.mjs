/**
 * Checks the bills of materials of a release that was unpacked, or is being built: node sbom.mjs DIRECTORY
 *
 * sbom/java.cdx.json must list each jar in lib/ with its SHA-256, and nothing else; sbom/javascript.cdx.json each package of this
 * checkout's webapp/frontend/package-lock.json. Prints a line each; what differs is named, and the exit code is 1.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CYCLONEDX = 'CycloneDX';
const directory = process.argv[2];
if (!directory) {
  console.error('usage: node sbom.mjs DIRECTORY');
  process.exit(64);
}

const java = components('java');
const jars = new Map(
  readdirSync(join(directory, 'lib'))
    .filter((name) => name.endsWith('.jar'))
    .map((name) => [sha256(join(directory, 'lib', name)), name]),
);
const listed = new Map(java.map((one) => [one.hashes?.find((hash) => hash.alg === 'SHA-256')?.content, one.purl]));
compare('java', jars, listed);

const javascript = components('javascript');
const lock = read(new URL('../../webapp/frontend/package-lock.json', import.meta.url));
const installed = Object.entries(lock.packages).filter(([path, one]) => path && !one.link);
compare(
  'javascript',
  new Map(installed.map(([path, one]) => [`${path.split('node_modules/').at(-1)}@${one.version}`, path])),
  new Map(javascript.map((one) => [`${one.name}@${one.version}`, one.purl])),
);

console.log(`java: ${java.length} libraries, among them ${version(java, 'helidon-webserver')}`);
console.log(`javascript: ${javascript.length} packages, among them ${version(javascript, 'preact')}`);

function components(language) {
  const bill = read(join(directory, 'sbom', `${language}.cdx.json`));
  if (bill.bomFormat !== CYCLONEDX) {
    fail(`sbom/${language}.cdx.json says it is ${bill.bomFormat}, not ${CYCLONEDX}`);
  }
  return bill.components;
}

function compare(language, there, listed) {
  const missing = [...there].filter(([key]) => !listed.has(key)).map(([, name]) => `${name} is not listed`);
  const surplus = [...listed].filter(([key]) => !there.has(key)).map(([, name]) => `${name} is listed and not there`);
  if (missing.length + surplus.length > 0) {
    fail(`sbom/${language}.cdx.json: ${[...missing, ...surplus].join('; ')}`);
  }
}

function version(components, name) {
  const found = components.find((one) => one.name === name);
  return found ? `${name} ${found.version}` : fail(`no bill lists ${name}`);
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function fail(problem) {
  console.error(problem);
  process.exit(1);
}
