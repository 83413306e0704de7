import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** "cannot_connect_now": the server starts, recovers or shuts down. */
const NOT_NOW = '57P03';
const PAUSE_MS = 1000;

type Connected = (error?: Error) => void;

/**
 * A class of clients that take their time to report a server that is about to start. BullMQ's workers ask again at once,
 * as they do not know such an error for one of the connection.
 */
export function patientClient(PgClient: typeof Client): typeof Client {
  return class PatientClient extends PgClient {
    override connect(): Promise<void>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<void> | void {
      const connecting = this.#connect();
      if (callback === undefined) return connecting;
      connecting.then(() => callback(), callback);
    }

    async #connect(): Promise<void> {
      try {
        await super.connect();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === NOT_NOW) await sleep(PAUSE_MS);
        throw error;
      }
    }
  };
}
