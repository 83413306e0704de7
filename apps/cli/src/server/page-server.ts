import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { PageResource } from './page-data.ts';

const HOST = '127.0.0.1';

const HEADERS = Object.freeze({
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the page and its data to this machine only.
 *
 * @param port - 0 takes any free port.
 * @throws a system error such as `EADDRINUSE` when it cannot listen there.
 */
export async function startPageServer(
  folder: string,
  data: ReadonlyMap<string, PageResource>,
  port: number,
): Promise<PageServer> {
  const serveFiles = sirv(folder, { dev: false, etag: true });
  const server = createServer((request, response) => answer(request, response, data, serveFiles));
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return { address: `http://${HOST}:${actualPort}/`, close: () => close(server) };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  data: ReadonlyMap<string, PageResource>,
  serveFiles: ReturnType<typeof sirv>,
): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (!isLocal(request.headers.host))
    return refuse(response, 403, 'This server answers to 127.0.0.1 and localhost only.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD.');
  const resource = data.get(pathOf(request.url));
  if (resource === undefined) return serveFiles(request, response, () => refuse(response, 404, 'Not found.'));
  response.writeHead(200, {
    'Content-Type': resource.type,
    'Content-Length': resource.body.length,
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : resource.body);
}

/** A page of another site must not reach this server through a name that resolves to this machine. */
function isLocal(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

function pathOf(url = '/'): string {
  return url.split('?', 1)[0] ?? '/';
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
