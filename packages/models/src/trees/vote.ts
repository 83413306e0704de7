import { createCheckpoint } from '@fashion-mnist/core';
import { type ComputeRun, command, type Region, type WorkerPool, withPool } from '@fashion-mnist/kernels';
import { type FeatureMatrix, type FeatureScaling, floatFeatures } from '../samples/features.ts';
import { scaledByte } from './place-features.ts';
import { rightChildren, type Tree } from './tree.ts';

/** Samples that a thread takes through all trees at a time. */
const GRAIN = 128;
const NODE_WORDS = 3;
const SMALLEST_BELOW_ZERO = -(2 ** -149);

/** Samples in a pool, as bytes or as floats. */
export interface PlacedSamples {
  readonly pointer: number;
  readonly areBytes: boolean;
  readonly matrix: FeatureMatrix;
}

/**
 * The mean of the class shares in the leaves that each sample comes to, one leaf in each tree.
 *
 * @returns Shape `[sampleCount, classCount]`.
 */
export function meanShares(
  trees: readonly Tree[],
  classCount: number,
  matrix: FeatureMatrix,
  run: ComputeRun,
): Promise<Float64Array> {
  const { sampleCount } = matrix;
  const steps = sampleCount * trees.length * 20;
  return withPool(run, steps, async (pool) => {
    const region = pool.region();
    try {
      const samples = await placeSamples(pool, region, matrix);
      const votes = region.alloc(8 * sampleCount * classCount);
      await pool.write(votes, new Float64Array(sampleCount * classCount));
      await addVotes(pool, trees, samples, { votes, classCount, skipped: 0 }, run);
      const sums = await pool.read(Float64Array, votes, sampleCount * classCount);
      return sums.map((sum) => sum / trees.length);
    } finally {
      region.release();
    }
  });
}

export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
): Promise<PlacedSamples> {
  const isRising = matrix.scaling?.scale.every((scale) => scale > 0) ?? true;
  const areBytes = matrix.data instanceof Uint8Array && isRising;
  const data = areBytes ? matrix.data : floatFeatures(matrix);
  const pointer = region.alloc(data.byteLength);
  await pool.write(pointer, data);
  return { pointer, areBytes, matrix };
}

/** Where votes are added up. */
export interface Poll {
  readonly votes: number;
  readonly classCount: number;
  /** By tree and sample, other than 0 where a tree has no vote; or 0. */
  readonly skipped: number;
}

/** Adds the votes of trees. */
export async function addVotes(
  pool: WorkerPool,
  trees: readonly Tree[],
  { pointer, areBytes, matrix }: PlacedSamples,
  { votes, classCount, skipped }: Poll,
  { signal }: ComputeRun,
): Promise<void> {
  const checkpoint = createCheckpoint(signal);
  const { sampleCount, featureCount, scaling } = matrix;
  const nodeCounts = trees.map(({ feature }) => feature.length);
  const leafCounts = trees.map(({ leafSamples }) => leafSamples.length);
  const [nodeStarts, leafStarts] = [startsOf(nodeCounts), startsOf(leafCounts)];
  const limitOf = areBytes ? byteLimits(scaling) : floatLimits();
  const region = pool.region();
  try {
    const nodes = region.alloc(4 * NODE_WORDS * nodeStarts.at(-1)!);
    const shares = region.alloc(8 * classCount * leafStarts.at(-1)!);
    const starts = region.alloc(4 * trees.length);
    await pool.write(starts, Int32Array.from(nodeStarts.slice(0, -1)));
    for (const [i, tree] of trees.entries()) {
      await checkpoint();
      const [firstNode = 0, firstLeaf = 0] = [nodeStarts[i], leafStarts[i]];
      await pool.write(nodes + 4 * NODE_WORDS * firstNode, askingWords(tree, firstLeaf, limitOf));
      await pool.write(shares + 8 * classCount * firstLeaf, leafShares(tree, classCount));
    }
    const kernel = areBytes ? 'addVotesOfBytes' : 'addVotesOfFloats';
    const forest = [nodes, starts, trees.length, shares, classCount] as const;
    const work = { total: sampleCount, grain: GRAIN };
    const args = [pointer, sampleCount, featureCount, ...forest, skipped, votes] as const;
    await pool.submit([command(kernel, work, ...args)], { signal });
  } finally {
    region.release();
  }
}

function startsOf(counts: readonly number[]): number[] {
  const starts = [0];
  for (const count of counts) starts.push(starts.at(-1)! + count);
  return starts;
}

/** A tree as the kernels walk it. */
function askingWords(
  { feature, threshold }: Tree,
  firstLeaf: number,
  limitOf: (feature: number, threshold: number) => number,
): Int32Array {
  const right = rightChildren(feature);
  const words = new Int32Array(NODE_WORDS * feature.length);
  const limits = new Float32Array(words.buffer);
  let leaf = firstLeaf;
  for (let node = 0; node < feature.length; node++) {
    const at = NODE_WORDS * node;
    words[at] = feature[node]!;
    if (feature[node]! >= 0) {
      limits[at + 1] = limitOf(feature[node]!, threshold[node]!);
      words[at + 2] = right[node]!;
    } else words[at + 2] = leaf++;
  }
  return words;
}

/** Gives the greatest float32 that is not above a threshold. */
function floatLimits(): (feature: number, threshold: number) => number {
  const rounded = new Float32Array(1);
  const bits = new Int32Array(rounded.buffer);
  return (_, threshold) => {
    rounded[0] = threshold;
    if (rounded[0] <= threshold) return rounded[0];
    if (rounded[0] === 0) return SMALLEST_BELOW_ZERO;
    bits[0]! += rounded[0] > 0 ? -1 : 1;
    return rounded[0];
  };
}

/** Gives the greatest byte that stands for a value not above a threshold, or -1. */
function byteLimits(scaling: FeatureScaling | undefined): (feature: number, threshold: number) => number {
  return (feature, threshold) => {
    const [mean = 0, scale = 1] = [scaling?.mean[feature], scaling?.scale[feature]];
    let byte = Math.max(-1, Math.min(255, Math.floor(threshold * scale + mean)));
    while (byte < 255 && scaledByte(byte + 1, feature, scaling) <= threshold) byte++;
    while (byte >= 0 && scaledByte(byte, feature, scaling) > threshold) byte--;
    return byte;
  };
}

/** Weights of the classes as shares of their leaf. */
function leafShares({ leafValues, leafSamples }: Tree, classCount: number): Float64Array {
  const shares = new Float64Array(leafValues.length);
  for (let leaf = 0; leaf < leafSamples.length; leaf++) {
    const at = leaf * classCount;
    let total = 0;
    for (let label = 0; label < classCount; label++) total += leafValues[at + label]!;
    // Nothing that a tree has drawn counts, where all weights are 0.
    if (total === 0) continue;
    for (let label = 0; label < classCount; label++) shares[at + label] = leafValues[at + label]! / total;
  }
  return shares;
}
