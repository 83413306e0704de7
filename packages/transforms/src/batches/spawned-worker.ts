/** A worker of either platform. */
export interface SpawnedWorker {
  post(message: unknown): void;
  /** A busy worker keeps the process alive, an idle one does not. */
  setBusy(isBusy: boolean): void;
  terminate(): Promise<void>;
}

/** Who is told what a worker says, and of its end. */
export interface WorkerEvents {
  readonly onMessage: (message: unknown) => void;
  /** The worker failed to load, crashed, or ended by itself. */
  readonly onEnd: (error: Error) => void;
}

/** Starts a worker, in whichever way the platform does that. */
export type SpawnWorker = (events: WorkerEvents) => SpawnedWorker;

/** The other end: what a worker has of its own thread. */
export interface WorkerPort {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  listen(listener: (message: unknown) => void): void;
}
