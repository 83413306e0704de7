import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium to test with, or undefined. `CHROMIUM_PATH` wins over the usual places. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path));
}

const DEBIAN = { chromium: '/usr/bin/chromium', shell: '/usr/bin/chromium-headless-shell' };

/** Path of a Chromium for whole pages: Debian's shell without windows opens one at a third of the price. */
export function findPageChromium() {
  const chromium = findChromium();
  return chromium === DEBIAN.chromium && existsSync(DEBIAN.shell) ? DEBIAN.shell : chromium;
}

/** Switches for a headless run, also as root and without the outside network. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Switches for a headless run in which WebGL2 draws, on the processor. */
export const drawingArguments = [
  ...chromiumArguments.filter((argument) => argument !== '--disable-gpu'),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
