import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import type { DataFiles } from './made-data.ts';
import { PAGE_HEADERS } from './page-headers.ts';

export interface ServedPage {
  /** Ends with a slash. */
  readonly address: string;
  /** Closes every connection: the server is gone. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Whether workers may share memory. @default true */
  readonly isolated?: boolean;
}

/** Serves the built page over made data, with the headers of `fashion-mnist serve`. */
export async function servePage(
  files: DataFiles,
  { isolated = true }: ServeOptions = {},
): Promise<ServedPage> {
  const built = sirv(fileURLToPath(new URL('../../dist/', import.meta.url)), { dev: true });
  const server = createServer((request, response) => {
    setHeaders(response, isolated);
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/').slice(1);
    const bytes = files.get(path);
    if (bytes === undefined) {
      return built(request, response, () => {
        response.writeHead(404).end('Not found.');
      });
    }
    const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function setHeaders(response: ServerResponse, isolated: boolean): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) {
    if (isolated || !name.startsWith('Cross-Origin-')) response.setHeader(name, value);
  }
}
