/** The real server: the one at E2E_URL, or ./deploy.sh local started for these tests, by the profile E2E_PROFILE (contest). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DEPLOY = fileURLToPath(new URL('../../../deploy.sh', import.meta.url));
/** Below the ports that systems give to outgoing connections. */
const FIRST_PORT = 16100;
const CREDENTIAL = fileURLToPath(new URL('../../../.local/operator.credential', import.meta.url));

/** @returns {Promise<{url: string, profile: string, credential: string, stop: () => Promise<void>}>} */
export async function startServer() {
  const profile = process.env.E2E_PROFILE ?? 'contest';
  const credential = process.env.E2E_CREDENTIAL ?? '';
  if (process.env.E2E_URL) return { url: process.env.E2E_URL, profile, credential, stop: async () => {} };
  const port = await freePort(Number(process.env.E2E_PORT ?? FIRST_PORT));
  const child = spawn(DEPLOY, ['local', '--port', port, '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise((resolve) => {
    lines.on('line', (line) => {
      console.log(`# ${line}`);
      if (line.startsWith('ready: ')) resolve(line.slice('ready: '.length));
    });
  });
  const url = await Promise.race([ready, once(child, 'exit').then(() => null)]);
  if (url === null)
    throw new Error(`./deploy.sh local --port ${port} ended before it was ready; it says why above`);
  return {
    url,
    profile,
    credential: profile === 'public' ? readFileSync(CREDENTIAL, 'utf8').trim() : '',
    stop: () => stop(child),
  };
}

/** The first port from `port` on that nothing listens on, nor on the next, which is the operators'. */
async function freePort(port) {
  return (await isFree(port)) && (await isFree(port + 1)) ? port : freePort(port + 2);
}

function isFree(port) {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function stop(child) {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
