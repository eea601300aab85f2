/** The real server: the one at E2E_URL, or ./deploy.sh local started for these tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DEPLOY = fileURLToPath(new URL('../../../deploy.sh', import.meta.url));
const PORT = process.env.E2E_PORT ?? '16100';

/** @returns {Promise<{url: string, stop: () => Promise<void>}>} */
export async function startServer() {
  if (process.env.E2E_URL) return { url: process.env.E2E_URL, stop: async () => {} };
  const child = spawn(DEPLOY, ['local', '--port', PORT], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(`# ${line}`);
    const ready = /^ready: (.*)$/.exec(line);
    if (!ready) continue;
    child.stdout.resume();
    return { url: ready[1], stop: () => stop(child) };
  }
  throw new Error('./deploy.sh local ended before it was ready');
}

async function stop(child) {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}
