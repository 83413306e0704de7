import type { Client } from 'pg';

/** `cannot_connect_now`: the server starts, recovers or shuts down. */
const NOT_NOW = '57P03';

type ConnectCallback = Parameters<Client['connect']>[0];

/**
 * A class of clients for which a server that is about to start refuses connections, as one does that is not there: only
 * then does BullMQ wait and try again. Else a worker would ask on and on, and leave its row to the lock's running out.
 */
export function patientClient(PgClient: typeof Client): typeof Client {
  return class PatientClient extends PgClient {
    override connect(): Promise<Client>;
    override connect(callback: ConnectCallback): void;
    override connect(callback?: ConnectCallback): Promise<Client> | void {
      const connected = super.connect().catch((error: unknown) => {
        throw isNotNow(error) ? refused(error) : error;
      });
      if (callback === undefined) return connected;
      const tell = callback as (error: unknown, client?: Client) => void;
      connected.then((client) => tell(null, client), tell);
    }
  };
}

function isNotNow(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === NOT_NOW;
}

function refused(error: Error): Error {
  return Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNREFUSED' });
}
