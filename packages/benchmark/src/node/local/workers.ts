import { availableParallelism } from 'node:os';
import { BenchmarkError } from '../../errors.ts';

/** How a machine is shared among the jobs that run at the same time. */
export interface WorkerOptions {
  /** Jobs that run at the same time, each in a process of its own. @default one for every four cores, at least one */
  readonly workers?: number | undefined;
  /** Threads of each of them. @default its share of the cores */
  readonly threads?: number | undefined;
}

/** More than a pool of threads can have. */
const MOST = 64;

/** Classifiers use several cores well, but have parts that use only one. */
const CORES_PER_WORKER = 4;

export interface Workers {
  readonly workers: number;
  readonly threads: number;
}

/** @throws {BenchmarkError} `E_OPTION` - a number out of range. */
export function resolveWorkers(options: WorkerOptions, cores: number = availableParallelism()): Workers {
  const { workers = Math.max(1, Math.min(MOST, Math.floor(cores / CORES_PER_WORKER))) } = options;
  requireCount('workers', workers);
  const { threads = Math.max(1, Math.min(MOST, Math.floor(cores / workers))) } = options;
  requireCount('threads', threads);
  return { workers, threads };
}

function requireCount(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= MOST) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected 1..${MOST}, got ${value}`);
}
