/** A real Chromium, driven by playwright-core; Debian's is installed first where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () => chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });

/** Does nothing where Chromium and a Japanese font are there. */
export function installBrowser() {
  if (existsSync(EXECUTABLE) && existsSync(FONT)) return;
  const command = `apt-get install ${PACKAGES.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`Chromium or a Japanese font is missing; as root: ${command}`);
  }
  console.log(`# ${command}`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
}

function aptGet(...parameters) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr, error } = spawnSync('apt-get', ['-q', '-o', 'Acquire::Retries=3', ...parameters], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`apt-get ${parameters.join(' ')} failed: ${error?.message ?? stderr}`);
}
