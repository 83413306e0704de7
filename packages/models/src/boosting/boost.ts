import { createRng, type ProgressListener, type Rng, reportProgress } from '@fashion-mnist/core';
import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { ModelsError } from '../errors.ts';
import { type BinnedRows, GROUP_FEATURES } from './binned-rows.ts';
import { featureDraws } from './feature-draws.ts';
import { type Ground, type GrownTree, growTrees } from './grow-trees.ts';
import type { GrowthRules } from './growth-rules.ts';
import { packNodes } from './packed-nodes.ts';
import { SplitSearch } from './split-search.ts';
import { placeTrainingRows, type TrainingData } from './training-rows.ts';
import { joinTrees, type TreeEnsemble } from './tree-ensemble.ts';

const TRAVERSAL_GRAIN = 1024;
/** Streams of chance: below are those of other choices. */
const FIRST_TREE_STREAM = 2;

export interface BoostingPlan {
  readonly maxRounds: number;
  readonly rules: GrowthRules;
  readonly data: TrainingData;
  readonly seed: number;
  /** The rows that the trees of a round grow from. */
  rowsOfRound(round: number): Int32Array;
  /** Told the loss of each row after a number of rounds, 0 at first. @returns whether that was enough */
  afterRounds(rounds: number, losses: Float64Array): boolean;
}

export interface BoostingRun {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ProgressListener | undefined;
}

export interface Boosted {
  readonly ensemble: TreeEnsemble;
  readonly trees: readonly GrownTree[];
}

/** Adds a tree per class and round, each one step of Newton's method down the loss. */
export async function boost(
  pool: WorkerPool,
  region: Region,
  rows: BinnedRows,
  { maxRounds, rules, data, seed, rowsOfRound, afterRounds }: BoostingPlan,
  { signal, onProgress }: BoostingRun,
): Promise<Boosted> {
  const training = await placeTrainingRows(pool, region, rows, data);
  const search = await SplitSearch.open(pool, region, rows, training, rules);
  const draws = featureDraws(rows, rules.featuresPerSplit);
  const ground: Ground = { pool, rows, training, search, draws, rules, signal };
  const treeCount = data.initialScores.length;
  const rng = createRng(seed);
  const grown: GrownTree[] = [];
  for (let round = 0; ; round++) {
    reportProgress(onProgress, { stage: 'fit', completed: round, total: maxRounds, unit: 'rounds' });
    const losses = await training.differentiate(signal);
    if (afterRounds(round, losses) || round === maxRounds) break;
    const chosen = rowsOfRound(round);
    await training.setRows(chosen);
    const lossSum = weightedSum(losses, data.weights);
    if (!Number.isFinite(lossSum))
      throw new ModelsError(
        'E_NOT_FINITE',
        `the loss has grown beyond all numbers after ${round} rounds: expected a smaller learningRate`,
      );
    await pool.submit([training.packEntries(lossSum)], { signal });
    const trees = await growTrees(ground, chosen.length, treeStreams(rng, round, treeCount));
    await addTrees(ground, trees);
    grown.push(...trees);
  }
  return {
    ensemble: joinTrees(
      grown.map(({ tree }) => tree),
      treeCount,
      'thresholds',
    ),
    trees: grown,
  };
}

function treeStreams(rng: Rng, round: number, treeCount: number): Rng[] {
  return Array.from({ length: treeCount }, (_, tree) =>
    rng.split(FIRST_TREE_STREAM + round * treeCount + tree),
  );
}

async function addTrees(
  { pool, rows, training, signal }: Ground,
  grown: readonly GrownTree[],
): Promise<void> {
  const { layout, pointer, rowCount } = rows;
  const joined = joinTrees(
    grown.map(({ tree }) => tree),
    grown.length,
    'bins',
  );
  const nodes = packNodes(joined, offsetIn(rows), (bin) => bin);
  const region = pool.region();
  try {
    const [nodePointer, rootPointer] = [
      region.alloc(nodes.byteLength),
      region.alloc(joined.roots.byteLength),
    ];
    await pool.write(nodePointer, nodes);
    await pool.write(rootPointer, joined.roots);
    const work = { total: rowCount, grain: TRAVERSAL_GRAIN };
    const trees = [nodePointer, rootPointer, grown.length, grown.length, training.scores, rowCount] as const;
    await pool.submit(
      [
        layout === 'bins'
          ? command('addByteTrees', work, pointer, GROUP_FEATURES, ...trees)
          : command('addFloatTrees', work, pointer, 4, ...trees),
      ],
      { signal },
    );
  } finally {
    region.release();
  }
}

function offsetIn({ layout, rowCount }: BinnedRows): (feature: number) => number {
  if (layout === 'ranks') return (feature) => 4 * feature * rowCount;
  return (feature) =>
    Math.floor(feature / GROUP_FEATURES) * rowCount * GROUP_FEATURES + (feature % GROUP_FEATURES);
}

function weightedSum(losses: Float64Array, weights: Float64Array | undefined): number {
  return losses.reduce((sum, loss, row) => sum + loss * (weights?.[row] ?? 1), 0);
}
