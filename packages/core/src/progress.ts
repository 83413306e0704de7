/** How far a long job has come. Every event is a fresh frozen object. */
export interface ProgressEvent {
  /** What is being done now, for example `download`. */
  readonly stage: string;
  readonly completed: number;
  readonly total: number;
  /** What is counted, for example `bytes` or `epochs`. */
  readonly unit: string;
  /** Units per second, where it is known. */
  readonly rate?: number;
  /** The thing that is worked on, for example a file name. */
  readonly detail?: string;
}

/** Called between steps of a long job. What it throws ends the job. */
export type ProgressListener = (event: ProgressEvent) => void;

/** Tells a listener, if there is one, in a frozen event. */
export function reportProgress(listener: ProgressListener | undefined, event: ProgressEvent): void {
  listener?.(Object.freeze({ ...event }));
}
