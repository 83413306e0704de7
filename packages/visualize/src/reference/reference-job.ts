import { runTsneJob, type TsneJob } from './tsne-job.ts';
import { runUmapJob, type UmapJob } from './umap-job.ts';

/** Work for one of the libraries, in a form that crosses to a worker. */
export type ReferenceJob = TsneJob | UmapJob;

/**
 * Does a job to its end; it cannot be interrupted, other than by ending the thread it runs on.
 *
 * @param onRound - Told how many rounds are done.
 * @returns Coordinates, shape `[sampleCount, 2]`.
 */
export function runReferenceJob(job: ReferenceJob, onRound: (completed: number) => void): Float32Array {
  switch (job.library) {
    case 'tsne-js':
      return runTsneJob(job, onRound);
    case 'umap-js':
      return runUmapJob(job, onRound);
  }
}
