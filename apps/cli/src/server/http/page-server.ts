import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { addressOf, allowedHosts, hostNameOf } from './allowed-hosts.ts';
import { close, listen, type Place } from './listen.ts';
import type { Resource } from './resource.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { sendResource } from './send-resource.ts';

/** What is at a path, which begins with a slash. Nothing else can be asked for: no path is one of the disk. */
export type FindResource = (path: string) => Resource | undefined;

export interface PageServer {
  readonly address: string;
  /** Ends also connections that are open. */
  close(): Promise<void>;
}

/** Clients that send or take nothing for so long are let go. */
const IDLE_MS = 120_000;
const REQUEST_MS = 15_000;
const MOST_CONNECTIONS = 1000;

/**
 * Serves resources until it is closed.
 *
 * @throws {ListenError}
 */
export async function startPageServer(find: FindResource, place: Place): Promise<PageServer> {
  const hosts = new Set(allowedHosts(place.host));
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      answer(request, response, { find, hosts }).catch(() => fail(response));
    },
  );
  server.timeout = IDLE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, place);
  return { address: addressOf(place.host, port), close: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { find, hosts }: { readonly find: FindResource; readonly hosts: ReadonlySet<string> },
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (!hosts.has(hostNameOf(request.headers.host) ?? ''))
    return refuse(response, 403, `This server answers to ${[...hosts].join(', ')} only.`);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  const path = pathOf(request.url);
  if (path === undefined) return refuse(response, 400, 'That is no address.');
  const resource = find(path);
  if (resource === undefined) return refuse(response, 404, 'Not found.');
  await sendResource(request, response, resource);
}

/** The path of an address, decoded; undefined where it cannot be. */
function pathOf(url = ''): string | undefined {
  const [path = ''] = url.split('?', 1);
  if (!path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string, headers = {}): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** A client that went away needs no answer; one that has the head of another cannot be given any. */
function fail(response: ServerResponse): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else refuse(response, 500, 'The file cannot be read.');
}
