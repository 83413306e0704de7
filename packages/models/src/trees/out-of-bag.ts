import { createRng, type NdArray } from '@fashion-mnist/core';
import type { FitRun } from '../classifier.ts';
import { treeSeeds } from './grow-forest.ts';
import { drawCommand, roomForTrees } from './growth-room.ts';
import { greatestShares } from './predict-shares.ts';
import type { Tree } from './tree.ts';
import type { TreeProblem, TreeSamples } from './tree-problem.ts';
import { addVotes, placeSamples } from './vote.ts';

/** What trees say of the samples that they have not learned from. */
export interface OutOfBag {
  readonly score: number;
  readonly decisionFunction: NdArray<Float64Array>;
}

/** Trees that vote at a time. */
const TREES = 16;

/** Draws the samples of all trees once more, and lets each tree vote on the others. */
export async function outOfBag(
  problem: TreeProblem,
  { matrix, codes, classCount }: TreeSamples,
  trees: readonly Tree[],
  run: FitRun,
): Promise<OutOfBag> {
  const { pool, sampleCount } = problem;
  const rng = createRng(run.seed ?? 0);
  const region = pool.region();
  const voters = new Float64Array(sampleCount);
  try {
    const samples = await placeSamples(pool, region, matrix);
    const votes = region.alloc(8 * sampleCount * classCount);
    await pool.write(votes, new Float64Array(sampleCount * classCount));
    const room = roomForTrees(region, problem, Math.min(TREES, trees.length), 1);
    for (let first = 0; first < trees.length; first += TREES) {
      const some = trees.slice(first, first + TREES);
      await pool.write(room.seeds, treeSeeds(rng, first, some.length));
      await pool.submit([drawCommand(problem, room, some.length)], run);
      for (let tree = 0; tree < some.length; tree++) {
        const counts = await pool.read(Int32Array, room.counts + 4 * tree * sampleCount, sampleCount);
        for (let sample = 0; sample < sampleCount; sample++) if (counts[sample] === 0) voters[sample]!++;
      }
      await addVotes(pool, some, samples, { votes, classCount, skipped: room.counts }, run);
    }
    const sums = await pool.read(Float64Array, votes, sampleCount * classCount);
    const shares = sums.map((sum, i) => sum / Math.max(1, voters[Math.floor(i / classCount)]!));
    const predicted = greatestShares(shares, classCount);
    const rightCount = predicted.reduce((count, code, sample) => count + (code === codes[sample] ? 1 : 0), 0);
    return {
      score: rightCount / sampleCount,
      decisionFunction: { data: shares, shape: [sampleCount, classCount] },
    };
  } finally {
    region.release();
  }
}
