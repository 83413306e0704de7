import type { Step } from './step.ts';

/** What is worth knowing of a pipeline, beside its steps. */
export interface PipelineAbout {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Where its steps come from: web addresses, or what else names a place. */
  readonly source?: readonly string[] | undefined;
  /** In what it is known to differ from its source, and what was chosen because the source doesn't say it. */
  readonly deviations?: readonly string[] | undefined;
}

/** A pipeline as JSON. */
export interface PipelineDocument extends PipelineAbout {
  readonly steps: readonly Step[];
}
