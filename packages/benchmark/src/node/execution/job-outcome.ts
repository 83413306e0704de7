/** What came of a job, before it becomes a row. */
export type JobOutcome = JobDone | JobNotDone;

export interface JobDone {
  readonly status: 'done';
  /** Share of the test samples whose label is predicted, `0..1`. */
  readonly accuracy: number;
  /** Of shuffling, fitting and predicting. */
  readonly seconds: number;
  readonly fitSeconds: number;
  readonly predictSeconds: number;
  /** Of all threads of this process together. */
  readonly cpuSeconds: number;
  /** SHA-256 of the predicted labels as bytes, in lower-case hexadecimal. */
  readonly predictionsSha256: string;
}

export interface JobNotDone {
  readonly status: 'invalid' | 'refused' | 'failed';
  readonly reason: string;
  readonly seconds: number;
}
