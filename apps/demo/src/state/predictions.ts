import { type Signal, signal } from '@preact/signals';

/** What a model makes of images of a dataset. */
export interface Predictions {
  /** Names the model for the reader, as `compact, 3 epochs`. */
  readonly model: string;
  /** Name of the dataset. */
  readonly dataset: string;
  /** Rows belong to the ids `first..first + count - 1`. */
  readonly first: number;
  readonly count: number;
  /** Shape `[count, classes]`; rows add up to 1. */
  readonly probabilities: Float32Array;
  /** Whether no image was learned from before it was judged: then disagreement with a label may be the label's fault. */
  readonly unseen: boolean;
}

/** By model, the latest last. */
export const predictions: Signal<readonly Predictions[]> = signal<readonly Predictions[]>([]);

/** Adds what a model says, in place of what it said before of the same images. */
export function addPredictions(added: Predictions): void {
  const isReplaced = ({ model, dataset, first }: Predictions) =>
    model === added.model && dataset === added.dataset && first === added.first;
  predictions.value = [...predictions.value.filter((old) => !isReplaced(old)), added];
}
