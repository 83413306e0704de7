import type { IQueueBackend, RedisQueueBackend } from 'bullmq';

const RECONNECT_MS = 1000;

/** How clients of a server that went away come back to it, or end. */
export interface Reconnection {
  /** From now on, clients without their server end, and so does what they were to do. */
  giveUp(): void;
  /** Resolves once the client has its server, or has ended. */
  whenSettled(client: BackendOwner): Promise<void>;
}

interface BackendOwner {
  getBackend(): IQueueBackend;
}

/** A pool of connections to PostgreSQL needs no care: it opens new ones for each query, and reports what fails. */
export const postgresReconnection: Reconnection = { giveUp() {}, async whenSettled() {} };

/**
 * Clients of Redis keep their commands until their server is back, for which they wait between attempts. Nobody may tell
 * them to disconnect while they do: ioredis then neither tries again nor says that it has ended.
 */
export class RedisReconnection implements Reconnection {
  #isGivenUp = false;

  /** As ioredis asks for it: the time until the next attempt, or null for the end. */
  readonly retryStrategy = (): number | null => (this.#isGivenUp ? null : RECONNECT_MS);

  giveUp(): void {
    this.#isGivenUp = true;
  }

  async whenSettled(client: BackendOwner): Promise<void> {
    const { connection, blockingConnection } = client.getBackend() as RedisQueueBackend;
    await Promise.all([connection, blockingConnection].map(whenConnectionSettled));
  }
}

async function whenConnectionSettled(connection: RedisQueueBackend['blockingConnection']): Promise<void> {
  const client = await connection?.client.catch(() => undefined);
  if (client === undefined || client.status === 'ready' || client.status === 'end') return;
  await new Promise<void>((resolve) => {
    client.once('ready', resolve);
    client.once('end', resolve);
  });
}
