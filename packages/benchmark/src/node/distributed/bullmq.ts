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
import { patientClient } from './postgres-client.ts';
import type { QueueAddress } from './queue-address.ts';

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

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Loads BullMQ and the driver of the server.
 *
 * @throws {BenchmarkError} `E_QUEUE` - one of them is not installed.
 */
export async function loadBullmq(address: QueueAddress): Promise<Bullmq> {
  const bullmq = await load(address, 'bullmq', () => import('bullmq'));
  const { createPostgresBackend, createRedisBackend, UnrecoverableError, WaitingError } = bullmq;
  const factory = address.backend === 'redis' ? createRedisBackend : createPostgresBackend;
  const { Queue, Worker, QueueEvents } = bullmq.withBackend(
    factory as BackendFactory<IQueueBackend, unknown>,
  );
  const connection =
    address.backend === 'redis' ? await redisConnection(address) : await postgresConnection(address);
  return { address, connection, Queue, Worker, QueueEvents, UnrecoverableError, WaitingError };
}

/** Commands wait for a server that went away, however long. */
async function redisConnection(address: QueueAddress): Promise<unknown> {
  await load(address, 'ioredis', () => import('ioredis'));
  return { url: address.url, maxRetriesPerRequest: null, connectTimeout: CONNECT_TIMEOUT_MS };
}

async function postgresConnection(address: QueueAddress): Promise<unknown> {
  const { Client } = await load(address, 'pg', () => import('pg'));
  return {
    connectionString: address.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    migrate: true,
    Client: patientClient(Client),
  };
}

async function load<Module>(
  { backend }: QueueAddress,
  name: string,
  importModule: () => Promise<Module>,
): Promise<Module> {
  try {
    return await importModule();
  } catch (cause) {
    const packages = backend === 'redis' ? 'bullmq ioredis' : 'bullmq pg';
    throw new BenchmarkError(
      'E_QUEUE',
      `expected the package ${name}, which is not installed: npm install ${packages}`,
      {
        cause,
      },
    );
  }
}
