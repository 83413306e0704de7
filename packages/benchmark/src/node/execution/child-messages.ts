import type { DatasetSplits } from '@fashion-mnist/dataset-fetch';
import type { JobOutcome } from './job-outcome.ts';

/** Both splits of a dataset, as they were published. */
export type JobSplits = Pick<DatasetSplits, 'train' | 'test'>;

/** What a function `loadSplits` is given beside the name of a dataset. */
export interface LoadSplitsOptions {
  /** Where files are kept; where that is left out, at the usual place. */
  readonly cacheDir?: string | undefined;
  /** Ends the loading; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a module exports, as `loadSplits`, that brings datasets of its own. */
export type LoadSplits = (dataset: string, options: LoadSplitsOptions) => Promise<JobSplits>;

/** What a process that does jobs is told when it starts, as JSON. */
export interface ChildSetup extends Pick<LoadSplitsOptions, 'cacheDir'> {
  readonly threads: number;
  /** Address of a module that exports `loadSplits`; without, datasets are those of dataset-fetch. */
  readonly loader?: string | undefined;
}

/** What it answers to a job: that it begins, then what came of it. */
export type ChildMessage = { readonly type: 'started' } | ChildReply;

export type ChildReply =
  | {
      readonly type: 'outcome';
      readonly outcome: JobOutcome;
      /** The most memory that the process held during the job. */
      readonly peakBytes: number;
      /** What it holds after it. */
      readonly residentBytes: number;
    }
  /** Something went wrong that says nothing about the job. */
  | { readonly type: 'trouble'; readonly code: 'E_DATASET' | 'E_WORKER'; readonly message: string };
