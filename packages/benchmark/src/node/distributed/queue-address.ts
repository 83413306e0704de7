import { BenchmarkError } from '../../errors.ts';

/** The kind of server that holds a queue: Redis through BullMQ, or PostgreSQL. */
export type QueueBackend = 'redis' | 'postgres';

/** Where a queue lives. */
export interface QueueAddress {
  readonly backend: QueueBackend;
  /** With its password: never for messages. */
  readonly url: string;
  /** The server without user and password, as `redis://queue.example:6379`. */
  readonly label: string;
}

const BACKENDS: Readonly<Record<string, QueueBackend>> = {
  'redis:': 'redis',
  'rediss:': 'redis',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
};

/**
 * The backend that an address is of.
 *
 * @param text - `redis://`, `rediss://` (TLS), `postgres://` or `postgresql://`, then `user:password@host:port/database`.
 * @throws {BenchmarkError} `E_QUEUE` - it is another address, or none.
 */
export function parseQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const backend = url && BACKENDS[url.protocol];
  if (url === undefined || backend === undefined || url.hostname === '') {
    throw new BenchmarkError(
      'E_QUEUE',
      `expected the address of a queue, as redis://host:6379 or postgres://user@host:5432/database, got ${describe(url)}`,
    );
  }
  return { backend, url: text, label: `${url.protocol}//${url.host}` };
}

/** The address itself is not repeated: it may hold a password. */
function describe(url: URL | undefined): string {
  if (url === undefined) return 'no address';
  return url.hostname === '' ? 'one without a host' : `one that begins with ${url.protocol}`;
}
