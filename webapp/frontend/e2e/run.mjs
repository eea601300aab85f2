/**
 * Runs every *.test.mjs, or those whose name contains a given word, against one real server: npm run e2e [WORD ...].
 * Screenshots go to target/screenshots.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .map((name) => folder + name);
if (files.length === 0) {
  console.error(`no test file's name contains ${words.join(' or ')}`);
  process.exit(2);
}

installBrowser();
const server = await startServer();
const tests = spawn(process.execPath, ['--test', '--test-concurrency=2', '--test-reporter=spec', ...files], {
  stdio: 'inherit',
  env: {
    ...process.env,
    E2E_URL: server.url,
    E2E_PROFILE: server.profile,
    E2E_CREDENTIAL: server.credential,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal));
const [exitCode] = await once(tests, 'exit');
await server.stop();
process.exit(exitCode ?? 1);
