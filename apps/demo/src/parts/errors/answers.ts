import type { SplitEntry } from '../../data/data-index.ts';
import type { Predictions } from '../../state/predictions.ts';

/** What a model says about some images, image by image. */
export interface Answers {
  readonly model: string;
  readonly unseen: boolean;
  readonly classCount: number;
  /** Ascending; all arrays below are in this order. */
  readonly ids: Uint32Array;
  readonly labels: Uint8Array;
  /** The likeliest class; of equally likely ones the first. */
  readonly predicted: Uint8Array;
  /** Its probability. */
  readonly confidence: Float32Array;
  /** Its probability, less that of the next one. */
  readonly margin: Float32Array;
  /** Shape `[ids.length, classCount]`. */
  readonly probabilities: Float32Array;
}

interface AnswersOptions {
  /** Of all ids. */
  readonly labels: Uint8Array;
  readonly classCount: number;
  /** Undefined: all of them. */
  readonly split: Pick<SplitEntry, 'first' | 'count'> | undefined;
}

/**
 * Puts together what a model has said of the parts of a dataset.
 *
 * @param pieces - Of one model, at least one, in any order.
 */
export function answersOf(
  pieces: readonly Predictions[],
  { labels, classCount, split }: AnswersOptions,
): Answers {
  const parts = pieces.toSorted((a, b) => a.first - b.first).map((piece) => within(piece, split, classCount));
  const count = parts.reduce((sum, { length }) => sum + length, 0);
  const answers = {
    model: pieces[0]?.model ?? '',
    unseen: pieces.every(({ unseen }) => unseen),
    classCount,
    ids: new Uint32Array(count),
    labels: new Uint8Array(count),
    predicted: new Uint8Array(count),
    confidence: new Float32Array(count),
    margin: new Float32Array(count),
    probabilities: new Float32Array(count * classCount),
  };
  let at = 0;
  for (const { first, length, probabilities } of parts) {
    answers.probabilities.set(probabilities, at * classCount);
    answers.labels.set(labels.subarray(first, first + length), at);
    for (let id = first; id < first + length; id++) answers.ids[at++] = id;
  }
  judge(answers);
  return answers;
}

function within(
  { first, count, probabilities }: Predictions,
  split: AnswersOptions['split'],
  classCount: number,
) {
  const begin = Math.max(first, split?.first ?? 0);
  const end = Math.max(
    begin,
    Math.min(first + count, split === undefined ? Infinity : split.first + split.count),
  );
  return {
    first: begin,
    length: end - begin,
    probabilities: probabilities.subarray((begin - first) * classCount, (end - first) * classCount),
  };
}

function judge({ classCount, predicted, confidence, margin, probabilities }: Answers): void {
  for (let at = 0; at < predicted.length; at++) {
    let best = 0;
    let highest = -Infinity;
    let next = -Infinity;
    for (let label = 0; label < classCount; label++) {
      const probability = probabilities[at * classCount + label] ?? 0;
      if (probability > highest) {
        next = highest;
        highest = probability;
        best = label;
      } else if (probability > next) next = probability;
    }
    predicted[at] = best;
    confidence[at] = highest;
    margin[at] = highest - next;
  }
}
