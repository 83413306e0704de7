import { createRng, type Rng, reportProgress } from '@fashion-mnist/core';
import type { FitRun } from '../classifier.ts';
import { drawCommand, growCommand, readBranches, roomForBranches, roomForTrees } from './growth-room.ts';
import type { Tree } from './tree.ts';
import type { TreeProblem } from './tree-problem.ts';

/** Trees that grow at a time, for each thread: enough that no thread waits long for the others. */
const TREES_PER_THREAD = 8;

/** Two words for each tree: where drawing its samples begins, and where its splits do. */
export function treeSeeds(rng: Rng, first: number, count: number): Int32Array {
  const seeds = new Int32Array(2 * count);
  for (let tree = 0; tree < count; tree++) {
    const stream = rng.split(first + tree);
    seeds.set([stream.nextUint32(), stream.nextUint32()], 2 * tree);
  }
  return seeds;
}

/**
 * Grows trees independently of each other, many at a time. What a tree becomes depends on the seed and its number alone.
 *
 * @param finish - Makes each tree what the forest keeps of it.
 */
export async function growForest(
  problem: TreeProblem,
  treeCount: number,
  finish: (tree: Tree) => Tree,
  run: FitRun,
): Promise<Tree[]> {
  const { pool, sampleCount } = problem;
  const rng = createRng(run.seed ?? 0);
  const atATime = Math.min(treeCount, TREES_PER_THREAD * pool.threads);
  const region = pool.region();
  const trees: Tree[] = [];
  const report = (grown: number) =>
    reportProgress(run.onProgress, {
      stage: 'fit',
      completed: trees.length + grown,
      total: treeCount,
      unit: 'trees',
    });
  try {
    const room = roomForTrees(region, problem, atATime, 1);
    const branches = roomForBranches(region, problem, atATime * sampleCount, {
      count: atATime,
      roots: room.roots,
      totals: room.totals,
    });
    while (trees.length < treeCount) {
      const count = Math.min(atATime, treeCount - trees.length);
      await pool.write(room.seeds, treeSeeds(rng, trees.length, count));
      const grow = growCommand(problem, room, branches, count);
      const commands = [drawCommand(problem, room, count), grow];
      await pool.submit(commands, { signal: run.signal, onItems: report, tracked: grow });
      const starts = Array.from({ length: count }, (_, tree) => tree * sampleCount);
      trees.push(...(await readBranches(problem, branches, starts)).map(finish));
    }
  } finally {
    region.release();
  }
  report(0);
  return trees;
}
