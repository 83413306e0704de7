import { findProgram } from './find-program.ts';
import { openPostgres } from './postgres-server.ts';
import { openRedis } from './redis-server.ts';
import type { TestServer } from './test-server.ts';

export type { TestServer } from './test-server.ts';

export interface QueueBackend {
  /** The backend, and why its tests are skipped where they are. */
  readonly title: string;
  /** undefined where it is not installed. */
  readonly open: (() => Promise<TestServer>) | undefined;
}

/** The servers that a queue can live on, as far as this machine has them. */
export const queueBackends: readonly QueueBackend[] = [
  backend('Redis', 'redis-server', openRedis),
  backend('PostgreSQL', 'postgres', openPostgres),
];

function backend(
  name: string,
  programName: string,
  open: (program: string) => Promise<TestServer>,
): QueueBackend {
  const program = findProgram(programName);
  return program === undefined
    ? { title: `${name} (skipped: ${programName} is not installed)`, open: undefined }
    : { title: name, open: () => open(program) };
}
