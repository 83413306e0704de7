import { runTsneJob, type TsneJob } from './tsne-job.ts';

/** What a worker tells about its job. */
export type TsneMessage =
  | { readonly type: 'progress'; readonly completed: number }
  | { readonly type: 'done'; readonly coordinates: Float32Array }
  | { readonly type: 'failed'; readonly error: Error };

/** Does a job and tells how it goes. Every failure is told, too. */
export function serveTsne(job: TsneJob, tell: (message: TsneMessage) => void): void {
  try {
    const coordinates = runTsneJob(job, (completed) => tell({ type: 'progress', completed }));
    tell({ type: 'done', coordinates });
  } catch (error) {
    tell({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
}
