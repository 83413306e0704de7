import type { TsneJob } from './tsne-job.ts';

/** A worker of either platform. */
export interface SpawnedWorker {
  start(job: TsneJob): void;
  terminate(): void;
}

export interface WorkerEvents {
  readonly onMessage: (message: unknown) => void;
  /** The worker failed to load, crashed, or ended by itself. */
  readonly onFailure: (error: Error) => void;
}

export type SpawnWorker = (events: WorkerEvents) => SpawnedWorker;
