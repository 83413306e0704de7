import { type ReferenceJob, runReferenceJob } from './reference-job.ts';

/** What a worker tells about its job. */
export type ReferenceMessage =
  | { readonly type: 'progress'; readonly completed: number }
  | { readonly type: 'done'; readonly coordinates: Float32Array }
  | { readonly type: 'failed'; readonly error: Error };

/** Does a job and tells how it goes. Every failure is told, too. */
export function serveReference(job: ReferenceJob, tell: (message: ReferenceMessage) => void): void {
  try {
    const coordinates = runReferenceJob(job, (completed) => tell({ type: 'progress', completed }));
    tell({ type: 'done', coordinates });
  } catch (error) {
    tell({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
}
