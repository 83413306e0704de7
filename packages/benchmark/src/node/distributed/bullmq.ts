import type {
  BackendFactory,
  IQueueBackend,
  JobProgress,
  Queue,
  QueueEvents,
  Worker,
  withBackend,
} from 'bullmq';
import { BenchmarkError } from '../../errors.ts';
import type { QueueAddress, QueueBackend } from './queue-address.ts';

type Text = string;
type BackendClasses = ReturnType<typeof withBackend<IQueueBackend, unknown>>;

/** Jobs and rows are texts: both servers give those back byte for byte, whereas PostgreSQL sorts the keys of JSON. */
export type TextQueue = Queue<Text, Text, string, Text, Text, string, IQueueBackend, unknown>;
export type TextQueueEvents = QueueEvents<Text, IQueueBackend, unknown>;
export type TextWorker = Worker<Text, Text, string, IQueueBackend, JobProgress, unknown>;

/** What is needed of BullMQ for one server. */
export interface Bullmq extends Pick<BackendClasses, 'Queue' | 'Worker' | 'QueueEvents'> {
  readonly address: QueueAddress;
  /** What every one of these classes takes as its `connection`. */
  readonly connection: unknown;
  /** What a processor throws for a job that is not to be tried again. */
  readonly UnrecoverableError: new (
    message: string,
  ) => Error;
  /** What a processor throws for a job that it gave back. */
  readonly WaitingError: new () => Error;
}

interface Driver {
  readonly name: string;
  readonly load: () => Promise<unknown>;
}

const DRIVERS: Readonly<Record<QueueBackend, Driver>> = {
  redis: { name: 'ioredis', load: () => import('ioredis') },
  postgres: { name: 'pg', load: () => import('pg') },
};
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Loads BullMQ, and makes sure that the driver of the server is there.
 *
 * @throws {BenchmarkError} `E_QUEUE` - one of both is not installed.
 */
export async function loadBullmq(address: QueueAddress): Promise<Bullmq> {
  const driver = DRIVERS[address.backend];
  const [bullmq] = await Promise.all([
    load('bullmq', driver, () => import('bullmq')),
    load(driver.name, driver, driver.load),
  ]);
  const { createPostgresBackend, createRedisBackend, UnrecoverableError, WaitingError } = bullmq;
  const factory = address.backend === 'postgres' ? createPostgresBackend : createRedisBackend;
  const { Queue, Worker, QueueEvents } = bullmq.withBackend(
    factory as BackendFactory<IQueueBackend, unknown>,
  );
  return {
    address,
    connection: connectionTo(address),
    Queue,
    Worker,
    QueueEvents,
    UnrecoverableError,
    WaitingError,
  };
}

/** Both drivers wait for a server that went away, and come back with it. */
function connectionTo({ backend, url }: QueueAddress): unknown {
  return backend === 'redis'
    ? { url, maxRetriesPerRequest: null, connectTimeout: CONNECT_TIMEOUT_MS }
    : { connectionString: url, migrate: true, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
}

async function load<Module>(
  name: string,
  driver: Driver,
  importModule: () => Promise<Module>,
): Promise<Module> {
  try {
    return await importModule();
  } catch (cause) {
    throw new BenchmarkError(
      'E_QUEUE',
      `expected the package ${name} beside this one: npm install bullmq ${driver.name}`,
      {
        cause,
      },
    );
  }
}
