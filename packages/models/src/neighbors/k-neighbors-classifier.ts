import type { NdArray } from '@fashion-mnist/core';
import {
  type ComputeRun,
  createNeighborIndex,
  type LongRun,
  type NeighborIndex,
  type Neighbors,
  type Samples,
} from '@fashion-mnist/kernels';
import type { Classifier, FittedClassifier, Labels } from '../classifier.ts';
import { encodeLabels } from '../encode-labels.ts';
import { ModelsError } from '../errors.ts';

export interface KNeighborsClassifierOptions {
  /** How many neighbours vote, at least 1 and at most the number of fitted samples. @default 5 */
  readonly nNeighbors?: number;
  /** Whether all votes count alike, or by the inverse of the distance. @default 'uniform' */
  readonly weights?: 'uniform' | 'distance';
}

export interface FittedKNeighborsClassifier extends FittedClassifier {
  predictProba(x: Samples, run?: LongRun): Promise<NdArray<Float32Array>>;
  /** Ends its threads and gives back their memory; it predicts no more. */
  dispose(): Promise<void>;
}

const DEFAULTS = Object.freeze({
  nNeighbors: 5,
  weights: 'uniform',
} satisfies Required<KNeighborsClassifierOptions>);

/**
 * Classifies by the vote of the nearest fitted samples, in Euclidean distance; exact. A tied vote goes to the lowest
 * label.
 *
 * @see sklearn.neighbors.KNeighborsClassifier
 */
export class KNeighborsClassifier implements Classifier<FittedKNeighborsClassifier> {
  readonly #options: Required<KNeighborsClassifierOptions>;

  /** @throws {ModelsError} `E_OPTION` - an option is outside its range. */
  constructor(options: KNeighborsClassifierOptions = {}) {
    this.#options = { ...DEFAULTS, ...options };
    const { nNeighbors, weights } = this.#options;
    if (!Number.isInteger(nNeighbors) || nNeighbors < 1) {
      throw new ModelsError('E_OPTION', `nNeighbors: expected a whole number >= 1, got ${nNeighbors}`);
    }
    if (weights !== 'uniform' && weights !== 'distance') {
      throw new ModelsError(
        'E_OPTION',
        `weights: expected 'uniform' or 'distance', got '${String(weights)}'`,
      );
    }
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call. Bytes are fastest, and exact.
   * @param y - One label per sample; borrowed.
   * @param run.pool - Where to compute now and later; else the model has threads of its own until it is disposed.
   * @throws {ModelsError} `E_SHAPE` - not one label per sample; `E_OPTION` - fewer samples than `nNeighbors`.
   * @throws {KernelsError} when `x` is no matrix or holds values that are not finite.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Samples, y: Labels, run: ComputeRun = {}): Promise<FittedKNeighborsClassifier> {
    const { classes, codes } = encodeLabels(x, y);
    const { nNeighbors, weights } = this.#options;
    if (nNeighbors > codes.length) {
      throw new ModelsError(
        'E_OPTION',
        `nNeighbors: expected at most ${codes.length}, the number of samples, got ${nNeighbors}`,
      );
    }
    return fitted(await createNeighborIndex(x, run), classes, codes, nNeighbors, weights);
  }
}

function fitted(
  index: NeighborIndex,
  classes: Int32Array,
  codes: Int32Array,
  neighborCount: number,
  weights: 'uniform' | 'distance',
): FittedKNeighborsClassifier {
  async function predictProba(x: Samples, run: LongRun = {}): Promise<NdArray<Float32Array>> {
    const neighbors = await index.search(x, { neighborCount, ...run });
    return shareOfVotes(
      neighbors,
      codes,
      classes.length,
      weights === 'uniform' ? countEqually : countByDistance,
    );
  }

  async function predict(x: Samples, run: LongRun = {}): Promise<Int32Array> {
    const { data, shape } = await predictProba(x, run);
    return Int32Array.from({ length: shape[0] ?? 0 }, (_, row) => {
      const shares = data.subarray(row * classes.length, (row + 1) * classes.length);
      return classes[shares.indexOf(Math.max(...shares))] ?? 0;
    });
  }

  return { classes, predict, predictProba, dispose: () => index.dispose() };
}

function shareOfVotes(
  { indices, distances }: Neighbors,
  codes: Int32Array,
  classCount: number,
  weigh: (distances: Float32Array) => Float64Array,
): NdArray<Float32Array> {
  const [rowCount = 0, width = 0] = indices.shape;
  const data = new Float32Array(rowCount * classCount);
  for (let row = 0; row < rowCount; row++) {
    const weights = weigh(distances.data.subarray(row * width, (row + 1) * width));
    const votes = new Float64Array(classCount);
    weights.forEach((weight, place) => {
      const code = codes[indices.data[row * width + place] ?? 0] ?? 0;
      votes[code] = (votes[code] ?? 0) + weight;
    });
    const total = votes.reduce((sum, vote) => sum + vote, 0);
    data.set(
      votes.map((vote) => vote / total),
      row * classCount,
    );
  }
  return { data, shape: [rowCount, classCount] };
}

function countEqually(distances: Float32Array): Float64Array {
  return new Float64Array(distances.length).fill(1);
}

/** Neighbours at distance 0 outvote all others. */
function countByDistance(distances: Float32Array): Float64Array {
  return distances.includes(0)
    ? Float64Array.from(distances, (distance) => (distance === 0 ? 1 : 0))
    : Float64Array.from(distances, (distance) => 1 / distance);
}
