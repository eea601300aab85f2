/** A real Chromium, driven by playwright-core; Debian's is installed first where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
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

export async function launch() {
  if (!existsSync(EXECUTABLE) || !existsSync(FONT)) install();
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

function install() {
  if (process.getuid?.() !== 0) {
    throw new Error('Chromium or a Japanese font is missing: apt-get install chromium fonts-noto-cjk');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run(['update'], env);
  run(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env);
}

function run(parameters, env) {
  const { status, stderr } = spawnSync('apt-get', parameters, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${parameters.join(' ')} failed: ${stderr}`);
}
