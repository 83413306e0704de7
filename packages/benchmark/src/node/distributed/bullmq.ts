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
import type { Server } from './connection.ts';
import { patientClient } from './postgres-client.ts';
import type { QueueAddress } from './queue-address.ts';
import { postgresReconnection, type Reconnection, RedisReconnection } from './reconnection.ts';

type Text = string;
type BackendClasses = ReturnType<typeof withBackend<IQueueBackend, unknown>>;

/** Jobs and rows are texts: both servers give those back byte for byte, whereas PostgreSQL sorts the keys of JSON. */
export type TextQueue = Queue<Text, Text, string, Text, Text, string, IQueueBackend, unknown>;
export type TextQueueEvents = QueueEvents<Text, IQueueBackend, unknown>;
export type TextWorker = Worker<Text, Text, string, IQueueBackend, JobProgress, unknown>;

/** What is needed of BullMQ for one server. */
export interface Bullmq extends Server, Pick<BackendClasses, 'Queue' | 'Worker' | 'QueueEvents'> {
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
  const link = address.backend === 'redis' ? await redisLink(address) : await postgresLink(address);
  return { address, ...link, Queue, Worker, QueueEvents, UnrecoverableError, WaitingError };
}

interface Link {
  readonly connection: unknown;
  readonly reconnection: Reconnection;
}

async function redisLink(address: QueueAddress): Promise<Link> {
  await load(address, 'ioredis', () => import('ioredis'));
  const reconnection = new RedisReconnection();
  const { retryStrategy } = reconnection;
  const connection = {
    url: address.url,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: null,
    retryStrategy,
  };
  return { connection, reconnection };
}

async function postgresLink(address: QueueAddress): Promise<Link> {
  const { Client } = await load(address, 'pg', () => import('pg'));
  const connection = {
    connectionString: address.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    migrate: true,
    Client: patientClient(Client),
  };
  return { connection, reconnection: postgresReconnection };
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
