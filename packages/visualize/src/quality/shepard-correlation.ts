import { createCheckpoint, createRng, elementCount, type NdArray, reportProgress } from '@fashion-mnist/core';
import type { LongRun, Samples } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';
import { checkedMap } from './checked-map.ts';
import { rankCorrelation } from './rank-correlation.ts';

/** On how many pairs of samples `shepardCorrelation` is measured, and which. */
export interface ShepardOptions extends LongRun {
  /** Most pairs of samples that are compared, at least 2; fewer than there are are drawn at random. @default 100000 */
  readonly pairCount?: number;
  /** Same seed, same pairs. @default 42 */
  readonly seed?: number;
}

/** How far distances on a map follow true distances. */
export interface ShepardCorrelation {
  /** Spearman's rank correlation, `-1..1`; 0 when all distances are the same, in truth or on the map. */
  readonly value: number;
  /** How many pairs it was measured on. */
  readonly pairCount: number;
}

const DEFAULTS = Object.freeze({ pairCount: 100_000, seed: 42 });
const REPORT_INTERVAL = 1000;

/**
 * The rank correlation of true distances with distances on a map, over pairs of samples: what a Shepard diagram shows.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least three; borrowed.
 * @param map - Shape `[sampleCount, 2]`; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - the map does not fit the samples, or values are not finite; `E_OPTION`; `E_COUNT`
 * - too few samples.
 * @throws the signal's reason, when aborted.
 * @remarks O(pairCount · (featureCount + log pairCount)). Stage: `measure` (pairs).
 * @see Shepard 1962, "The analysis of proximities"; equals scipy.stats.spearmanr over all pairs (test/reference)
 */
export async function shepardCorrelation(
  samples: Samples,
  map: NdArray<Float32Array>,
  options: ShepardOptions = {},
): Promise<ShepardCorrelation> {
  const { pairCount: most, seed, signal, onProgress } = { ...DEFAULTS, ...options };
  const [sampleCount = 0, ...featureShape] = samples.shape;
  const featureCount = elementCount(featureShape);
  const coordinates = checkedMap(map, sampleCount);
  requireSamples(samples, sampleCount, featureCount);
  if (!(most >= 2)) throw new VisualizeError('E_OPTION', `pairCount: expected at least 2, got ${most}`);

  const pairs = choosePairs(sampleCount, Math.floor(most), seed);
  const total = pairs.length / 2;
  const inTruth = new Float64Array(total);
  const onMap = new Float64Array(total);
  const checkpoint = createCheckpoint(signal);
  for (let pair = 0; pair < total; pair++) {
    if (pair % REPORT_INTERVAL === 0) {
      await checkpoint();
      reportProgress(onProgress, { stage: 'measure', completed: pair, total, unit: 'pairs' });
    }
    const a = pairs[2 * pair] as number;
    const b = pairs[2 * pair + 1] as number;
    inTruth[pair] = squaredDistance(samples.data, a, b, featureCount);
    onMap[pair] = squaredDistance(coordinates, a, b, 2);
  }
  return { value: rankCorrelation(inTruth, onMap), pairCount: total };
}

function requireSamples({ data, shape }: Samples, sampleCount: number, featureCount: number): void {
  const isFinite = data instanceof Uint8Array || data.every(Number.isFinite);
  if (data.length !== sampleCount * featureCount || !isFinite) {
    throw new VisualizeError('E_SHAPE', `expected finite samples that fit the shape [${shape.join(', ')}]`);
  }
  if (sampleCount < 3) throw new VisualizeError('E_COUNT', `expected at least 3 samples, got ${sampleCount}`);
}

/** Pairs of different samples, flat: all of them if there are at most so many. */
function choosePairs(sampleCount: number, most: number, seed: number): Uint32Array {
  if ((sampleCount * (sampleCount - 1)) / 2 <= most) return allPairs(sampleCount);
  const rng = createRng(seed);
  const pairs = new Uint32Array(2 * most);
  for (let i = 0; i < pairs.length; i += 2) {
    const first = rng.nextInt(sampleCount);
    const second = rng.nextInt(sampleCount - 1);
    pairs[i] = first;
    pairs[i + 1] = second < first ? second : second + 1;
  }
  return pairs;
}

function allPairs(sampleCount: number): Uint32Array {
  const pairs = new Uint32Array(sampleCount * (sampleCount - 1));
  let at = 0;
  for (let second = 1; second < sampleCount; second++) {
    for (let first = 0; first < second; first++) {
      pairs[at++] = first;
      pairs[at++] = second;
    }
  }
  return pairs;
}

function squaredDistance(values: Samples['data'], a: number, b: number, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i++) {
    const difference = (values[a * width + i] as number) - (values[b * width + i] as number);
    sum += difference * difference;
  }
  return sum;
}
