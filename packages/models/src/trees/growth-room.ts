import { type Command, command, type Region } from '@fashion-mnist/kernels';
import type { Tree } from './tree.ts';
import type { TreeProblem } from './tree-problem.ts';

/** Memory that trees grow in. */
export interface GrowthRoom {
  /** For how many trees at a time. */
  readonly treeCount: number;
  readonly seeds: number;
  /** How often each sample is drawn. */
  readonly counts: number;
  readonly weights: number;
  readonly totals: number;
  readonly samples: number;
  readonly spare: number;
  readonly roots: number;
  readonly sorting: number;
}

/** Memory for what roots grow into. */
export interface Branches {
  readonly count: number;
  /** Of the branches' trees; one for each. */
  readonly totals: number;
  readonly roots: number;
  readonly orders: number;
  readonly stack: number;
  readonly feature: number;
  readonly threshold: number;
  readonly leafValues: number;
  readonly leafSamples: number;
  readonly counts: number;
}

/** Room for trees. @param slices - How many threads may sort the same samples. */
export function roomForTrees(
  region: Region,
  { features, sampleCount }: TreeProblem,
  treeCount: number,
  slices: number,
): GrowthRoom {
  const each = treeCount * sampleCount;
  const needsSorting = features.rows === 0;
  return {
    treeCount,
    seeds: region.alloc(8 * treeCount),
    counts: region.alloc(4 * each),
    weights: region.alloc(8 * each),
    totals: region.alloc(8 * treeCount),
    samples: region.alloc(8 * each),
    spare: region.alloc(8 * each),
    roots: region.alloc(16 * treeCount),
    sorting: needsSorting ? region.alloc(16 * each * slices) : 0,
  };
}

/** Room for branches of as many samples together. */
export function roomForBranches(
  region: Region,
  { featureCount, classCount }: TreeProblem,
  sampleCount: number,
  { count, roots, totals }: Pick<Branches, 'count' | 'roots' | 'totals'>,
): Branches {
  return {
    count,
    roots,
    totals,
    orders: region.alloc(4 * featureCount * count),
    stack: region.alloc(20 * sampleCount),
    feature: region.alloc(8 * sampleCount),
    threshold: region.alloc(16 * sampleCount),
    leafValues: region.alloc(8 * sampleCount * classCount),
    leafSamples: region.alloc(4 * sampleCount),
    counts: region.alloc(8 * count),
  };
}

/** Draws the samples of trees. */
export function drawCommand(problem: TreeProblem, room: GrowthRoom, treeCount: number): Command {
  const { features, sampleCount, classCount, labels, weights, drawing } = problem;
  return command(
    'drawSamples',
    { total: treeCount, grain: 1 },
    room.seeds,
    sampleCount,
    drawing.drawCount,
    labels,
    weights,
    classCount,
    Number(drawing.isBalanced),
    features.rows === 0 ? 0 : 1,
    room.counts,
    room.weights,
    room.samples,
    room.roots,
    room.totals,
  );
}

/** The arguments that searching a split and growing a tree share. */
export function searchArguments({
  features,
  sampleCount,
  featureCount,
  classCount,
  terms,
  rules,
}: TreeProblem): readonly [...FourteenNumbers] {
  return [
    features.rows,
    features.columns,
    features.values,
    sampleCount,
    featureCount,
    classCount,
    Number(rules.isEntropy),
    Number(rules.isRandom),
    rules.maxDepth,
    rules.minSamplesSplit,
    rules.minSamplesLeaf,
    rules.minWeightFraction,
    rules.maxFeatures,
    terms,
  ];
}

type SevenNumbers = [number, number, number, number, number, number, number];
type FourteenNumbers = [...SevenNumbers, ...SevenNumbers];

/** Grows branches to their ends. */
export function growCommand(
  problem: TreeProblem,
  room: GrowthRoom,
  branches: Branches,
  branchCount: number,
): Command {
  return command(
    'growTrees',
    { total: branchCount, grain: 1 },
    ...searchArguments(problem),
    room.weights,
    branches.totals,
    room.samples,
    branches.orders,
    room.sorting,
    branches.roots,
    room.spare,
    branches.stack,
    branches.feature,
    branches.threshold,
    branches.leafValues,
    branches.leafSamples,
    branches.counts,
  );
}

/** What branches have grown into. @param starts - Where the samples of each begin. */
export async function readBranches(
  { pool, classCount }: TreeProblem,
  branches: Branches,
  starts: readonly number[],
): Promise<Tree[]> {
  const counts = await pool.read(Int32Array, branches.counts, 2 * starts.length);
  return Promise.all(
    starts.map(async (start, branch) => {
      const [nodeCount = 0, leafCount = 0] = counts.subarray(2 * branch, 2 * branch + 2);
      const [feature, threshold, leafValues, leafSamples] = await Promise.all([
        pool.read(Int32Array, branches.feature + 8 * start, nodeCount),
        pool.read(Float64Array, branches.threshold + 16 * start, nodeCount),
        pool.read(Float64Array, branches.leafValues + 8 * start * classCount, leafCount * classCount),
        pool.read(Int32Array, branches.leafSamples + 4 * start, leafCount),
      ]);
      return { feature, threshold, leafValues, leafSamples };
    }),
  );
}
