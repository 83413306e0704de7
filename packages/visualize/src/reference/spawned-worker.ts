import type { ReferenceJob } from './reference-job.ts';

/** A worker of either platform. */
export interface SpawnedWorker {
  start(job: ReferenceJob): void;
  terminate(): void;
}

export interface WorkerEvents {
  readonly onMessage: (message: unknown) => void;
  /** The worker failed to load, crashed, or ended by itself. */
  readonly onFailure: (error: Error) => void;
}

export type SpawnWorker = (events: WorkerEvents) => SpawnedWorker;
