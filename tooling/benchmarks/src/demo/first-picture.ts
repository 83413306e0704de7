import type { Browser } from 'playwright';

/** A usual mobile link. */
const LINK = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };
const WINDOW = { width: 1440, height: 900 };
/** Fewer points than these are not the map. */
const POINTS = 5000;

export interface FirstPicture {
  readonly ms: number;
  /** As sent: compressed. */
  readonly bytes: number;
  readonly scriptBytes: number;
}

/** A first visit on a link of 10 Mbit/s and 40 ms: from the request until WebGL is told to draw all points. */
export async function seeFirstPicture(browser: Browser, address: string): Promise<FirstPicture> {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINK);
  const scripts = new Set<string>();
  let bytes = 0;
  let scriptBytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.endsWith('javascript')) scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(countDrawnPoints);
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction((points) => (globalThis.drawnPoints ?? 0) > points, POINTS, { polling: 'raf' });
  const picture = { ms: performance.now() - start, bytes, scriptBytes };
  await context.close();
  return picture;
}

declare global {
  var drawnPoints: number | undefined;
}

/** Runs in the page, before its scripts. */
function countDrawnPoints(): void {
  const { prototype } = WebGL2RenderingContext;
  const { drawElements } = prototype;
  prototype.drawElements = function (mode, count, type, offset) {
    globalThis.drawnPoints = Math.max(globalThis.drawnPoints ?? 0, count);
    drawElements.call(this, mode, count, type, offset);
  };
}
