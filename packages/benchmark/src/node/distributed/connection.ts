import type { IQueueBackend } from 'bullmq';
import { BenchmarkError } from '../../errors.ts';
import type { QueueAddress } from './queue-address.ts';
import type { Reconnection } from './reconnection.ts';

/** Told what went wrong with the server of a queue, and was or will be tried again. Holds no password. */
export type WarningListener = (message: string) => void;

/** What all of BullMQ's classes have in common. */
interface ServerClient {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  getBackend(): IQueueBackend;
  close(): Promise<unknown>;
}

export interface Server {
  readonly address: QueueAddress;
  readonly reconnection: Reconnection;
}

/**
 * Waits until a client has reached its server. From then on it comes back by itself when the server does.
 *
 * @throws {BenchmarkError} `E_QUEUE` - the server cannot be reached or lets nobody in.
 */
export async function connect(
  client: ServerClient,
  server: Server,
  onWarning?: WarningListener,
): Promise<void> {
  const { address } = server;
  let isConnected = false;
  const trouble = new Promise<never>((_, reject) => {
    client.on('error', (error) => {
      if (isConnected) onWarning?.(describeTrouble(error, address));
      else reject(error);
    });
  });
  try {
    await Promise.race([client.waitUntilReady(), trouble]);
  } catch (error) {
    await disconnect(client, server);
    // No cause: errors of the drivers hold the command or the address that they are about, and so the password.
    throw new BenchmarkError('E_QUEUE', `cannot reach ${address.label}: ${describeTrouble(error, address)}`);
  }
  isConnected = true;
}

/** Ends a client, whether its server is there or not. */
export async function disconnect(client: ServerClient, { reconnection }: Server): Promise<void> {
  reconnection.giveUp();
  await reconnection.whenSettled(client);
  await client.close().catch(() => {});
}

/** The message of an error, without the password that it may quote. */
export function describeTrouble(error: unknown, { url }: QueueAddress): string {
  const { password } = new URL(url);
  const message = messageOf(error);
  return password === ''
    ? message
    : message.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***');
}

/** Where a host has several addresses, Node gives one error for all, without a message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
