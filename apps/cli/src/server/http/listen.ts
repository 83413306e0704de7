import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemCode } from '../../system-code.ts';

/** Thrown when a server cannot listen where it should. */
class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code = 'E_LISTEN';
}

export interface Place {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * Begins to listen, and gives the port.
 *
 * @throws {ListenError} with what to do.
 */
export async function listen(server: Server, { host, port }: Place): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw new ListenError(describe(systemCode(error), { host, port }, error as Error), { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

function describe(code: string, { host, port }: Place, { message }: Error): string {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is in use: name another with --port, or leave that out for any free one`;
    case 'EACCES':
      return `port ${port} is not for everybody: name one above 1023 with --port`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `--host: expected an address of this machine, got ${host}`;
    default:
      return `cannot listen at ${host}, port ${port}: ${message}`;
  }
}

/** Ends a server at once, also connections that are open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
