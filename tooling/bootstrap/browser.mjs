import { existsSync } from 'node:fs';
import { findChromium } from '../config/chromium.mjs';
import { runQuietly, say } from './command.mjs';

/** The test job needs a browser: finds one, or installs Debian's, or says that its tests will be skipped. */
export async function provideBrowser(jobName, env) {
  if (jobName !== 'test') return env;
  let chromium = findChromium();
  if (chromium === undefined && canInstallFromDebian()) {
    say('installing Chromium for the browser tests');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await runQuietly('apt-get', ['-qq', 'update'], quiet);
    await runQuietly('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], quiet);
    chromium = findChromium();
  }
  if (chromium !== undefined) return { ...env, CHROMIUM_PATH: chromium };
  say(
    'no Chromium found: browser tests are skipped. Install it (apt-get install chromium) or set CHROMIUM_PATH',
  );
  return env;
}

function canInstallFromDebian() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
