import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromiumArguments, findChromium } from '@fashion-mnist/config/chromium';
import { chromium } from 'playwright';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * What a bundled page has made with the packages, in headless Chromium.
 *
 * @param isIsolated - Whether its server lets threads share memory.
 */
export async function useInPage(folder: string, isIsolated: boolean): Promise<unknown> {
  const server = serve(folder, isIsolated ? ISOLATION : {});
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...chromiumArguments],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/index.html`);
    await page.waitForFunction('globalThis.used !== undefined');
    return await page.evaluate('globalThis.used');
  } finally {
    await browser.close();
    server.close();
  }
}

function serve(folder: string, headers: Readonly<Record<string, string>>): Server {
  const server = createServer((request, response) => {
    try {
      const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
      const body = readFileSync(path);
      response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return server.listen(0);
}
