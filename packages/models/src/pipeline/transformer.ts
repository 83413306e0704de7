import type { ComputeRun } from '@fashion-mnist/kernels';
import type { ModelState } from '../persistence/model-state.ts';
import type { Features } from '../samples/features.ts';

/** Something that learns how to turn features into other features. */
export interface Transformer {
  /** All options, with the defaults of those that were left out. */
  readonly options: Readonly<object>;
  fit(x: Features, run?: ComputeRun): Promise<FittedTransformer>;
}

/** What a transformer becomes by learning. It never changes. */
export interface FittedTransformer {
  /** Features of a sample before. */
  readonly featureCount: number;
  transform(x: Features, run?: ComputeRun): Promise<Features>;
  /** What is saved of it. */
  state(): ModelState;
}

/** A transformer by its name, for pipelines that are restored. */
export interface TransformerKind {
  readonly name: string;
  /** @throws {ModelsError} `E_MODEL` - that is not such a transformer. */
  restore(state: ModelState): FittedTransformer;
}
