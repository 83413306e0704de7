import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** Reached from this machine only. */
export const LOCAL_HOST = '127.0.0.1';

const LOCAL = [LOCAL_HOST, 'localhost', '::1'];
const ANY = new Set(['0.0.0.0', '::']);

/** Whether others than this machine can reach an address. */
export function isLocalHost(host: string): boolean {
  return LOCAL.includes(host.toLowerCase());
}

/**
 * The names by which a server is asked: a page of another site must not reach it through a name that resolves to this
 * machine.
 *
 * @param host - Where it listens.
 */
export function allowedHosts(host: string): readonly string[] {
  return [...new Set([...LOCAL, ...ownNames(host)])];
}

function ownNames(host: string): readonly string[] {
  if (!ANY.has(host)) return [host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((found = []) =>
    found.map(({ address }) => address),
  );
  return [...addresses, hostname().toLowerCase()];
}

/** The name in a `Host` header, without port and brackets; undefined where it has another form. */
export function hostNameOf(header = ''): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}

/** The address of a page. */
export function addressOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`;
}
