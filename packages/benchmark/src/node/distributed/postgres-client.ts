import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** `cannot_connect_now`: the server starts, recovers or shuts down. */
const NOT_NOW = '57P03';
const PAUSE_MS = 1000;

type ConnectCallback = Parameters<Client['connect']>[0];

/**
 * A class of clients that take their time to report a server that is about to start: BullMQ's workers do not count that
 * among the errors to wait after, and would ask again at once.
 */
export function patientClient(PgClient: typeof Client): typeof Client {
  return class PatientClient extends PgClient {
    override connect(): Promise<Client>;
    override connect(callback: ConnectCallback): void;
    override connect(callback?: ConnectCallback): Promise<Client> | void {
      const connected = this.#connect();
      if (callback === undefined) return connected;
      const tell = callback as (error: Error | null, client?: Client) => void;
      connected.then((client) => tell(null, client), tell);
    }

    async #connect(): Promise<Client> {
      try {
        return await super.connect();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === NOT_NOW) await sleep(PAUSE_MS);
        throw error;
      }
    }
  };
}
