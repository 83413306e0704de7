import { createRng, reportProgress } from '@fashion-mnist/core';
import { command } from '@fashion-mnist/kernels';
import type { FitRun } from '../classifier.ts';
import { treeSeeds } from './grow-forest.ts';
import {
  drawCommand,
  type GrowthRoom,
  growCommand,
  readBranches,
  roomForBranches,
  roomForTrees,
  searchArguments,
} from './growth-room.ts';
import { joinTrees, type Tree } from './tree.ts';
import type { TreeProblem } from './tree-problem.ts';

/** Values that one thread looks at for a level of a branch: some milliseconds. Larger nodes are split by all threads. */
const BRANCH_VALUES = 2 ** 19;
/** Parts of the features of a large node. */
const SLICES = 16;
const RESULT_WORDS = 6;

/** A node whose samples are known, and later its split. */
interface GrowingNode {
  readonly begin: number;
  readonly end: number;
  readonly depth: number;
  readonly seed: number;
  split?: NodeSplit;
}

interface NodeSplit {
  readonly feature: number;
  readonly threshold: number;
  readonly left: GrowingNode;
  readonly right: GrowingNode;
}

/**
 * Grows one tree on all threads: from the root down as long as nodes are large, their features dealt out to the threads;
 * then the branches below, each by one thread.
 */
export async function growTree(problem: TreeProblem, run: FitRun): Promise<Tree> {
  const { pool } = problem;
  const region = pool.region();
  try {
    const room = roomForTrees(region, problem, 1, SLICES);
    await pool.write(room.seeds, treeSeeds(createRng(run.seed ?? 0), 0, 1));
    await pool.submit([drawCommand(problem, room, 1)], run);
    const [begin = 0, end = 0, depth = 0, seed = 0] = await pool.read(Int32Array, room.roots, 4);
    const root: GrowingNode = { begin, end, depth, seed };
    const ready = await splitLargeNodes(problem, room, root, run);
    return assemble(root, await growBranches(problem, room, ready, run));
  } finally {
    region.release();
  }
}

/** Splits nodes level by level while they are large; returns those that are not, or that cannot be split. */
async function splitLargeNodes(
  problem: TreeProblem,
  room: GrowthRoom,
  root: GrowingNode,
  run: FitRun,
): Promise<GrowingNode[]> {
  const ready: GrowingNode[] = [];
  const isLarge = ({ begin, end }: GrowingNode) => (end - begin) * problem.rules.maxFeatures > BRANCH_VALUES;
  let level = [root];
  while (level.length > 0) {
    const large = level.filter(isLarge);
    ready.push(...level.filter((node) => !isLarge(node)));
    await splitNodes(problem, room, large, run);
    ready.push(...large.filter(({ split }) => split === undefined));
    level = large.flatMap(({ split }) => (split === undefined ? [] : [split.left, split.right]));
  }
  return ready;
}

async function splitNodes(
  problem: TreeProblem,
  room: GrowthRoom,
  nodes: readonly GrowingNode[],
  { signal }: FitRun,
): Promise<void> {
  if (nodes.length === 0) return;
  const { pool, features, sampleCount, featureCount, rules } = problem;
  const region = pool.region();
  const itemCount = nodes.length * SLICES;
  try {
    const [records, splits] = [region.alloc(16 * nodes.length), region.alloc(24 * itemCount)];
    const [results, orders] = [region.alloc(24 * nodes.length), region.alloc(4 * featureCount * itemCount)];
    await pool.write(records, recordsOf(nodes));
    const search = command(
      'searchSplits',
      { total: itemCount, grain: 1 },
      ...searchArguments(problem),
      ...([room.weights, room.totals, room.samples, orders, room.sorting] as const),
      ...([sampleCount, records, SLICES, splits] as const),
    );
    const apply = command(
      'applySplits',
      { total: nodes.length, grain: 1 },
      ...([features.rows, features.columns, features.values, sampleCount, featureCount] as const),
      ...([Number(rules.isRandom), room.samples, room.spare, records, splits, SLICES, results] as const),
    );
    await pool.submit([search, apply], { signal });
    const words = await pool.read(Int32Array, results, RESULT_WORDS * nodes.length);
    const thresholds = new Float64Array(words.buffer);
    nodes.forEach((node, i) => {
      const [feature = 0, ...children] = words.subarray(RESULT_WORDS * i + 2, RESULT_WORDS * (i + 1));
      if (feature >= 0) node.split = splitOf(node, feature, thresholds[(RESULT_WORDS / 2) * i]!, children);
    });
  } finally {
    region.release();
  }
}

function recordsOf(nodes: readonly GrowingNode[]): Int32Array {
  return Int32Array.from(nodes.flatMap(({ begin, end, depth, seed }) => [begin, end, depth, seed]));
}

function splitOf(
  { begin, end, depth }: GrowingNode,
  feature: number,
  threshold: number,
  [middle = 0, leftSeed = 0, rightSeed = 0]: readonly number[],
): NodeSplit {
  const left = { begin, end: middle, depth: depth + 1, seed: leftSeed };
  const right = { begin: middle, end, depth: depth + 1, seed: rightSeed };
  return { feature, threshold, left, right };
}

/** Grows the branches of nodes, the largest first, so that no thread is left with one at the end. */
async function growBranches(
  problem: TreeProblem,
  room: GrowthRoom,
  nodes: readonly GrowingNode[],
  { signal, onProgress }: FitRun,
): Promise<Map<GrowingNode, Tree>> {
  const { pool, sampleCount } = problem;
  const ordered = nodes.toSorted((a, b) => b.end - b.begin - (a.end - a.begin) || a.begin - b.begin);
  const report = (completed: number) =>
    reportProgress(onProgress, { stage: 'fit', completed, total: nodes.length, unit: 'branches' });
  const region = pool.region();
  try {
    const count = ordered.length;
    const [roots, totals] = [region.alloc(16 * count), region.alloc(8 * count)];
    const [total = 0] = await pool.read(Float64Array, room.totals, 1);
    await pool.write(roots, recordsOf(ordered));
    await pool.write(totals, new Float64Array(count).fill(total));
    const branches = roomForBranches(region, problem, sampleCount, { count, roots, totals });
    await pool.submit([growCommand(problem, room, branches, count)], { signal, onItems: report });
    const starts = ordered.map(({ begin }) => begin);
    const grown = await readBranches(problem, branches, starts);
    report(count);
    return new Map(ordered.map((node, branch) => [node, grown[branch]!]));
  } finally {
    region.release();
  }
}

/** The whole tree in preorder. */
function assemble(root: GrowingNode, branches: Map<GrowingNode, Tree>): Tree {
  const parts: Tree[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { split } = node;
    parts.push(split === undefined ? branches.get(node)! : askingNode(split));
    if (split !== undefined) waiting.push(split.right, split.left);
  }
  return joinTrees(parts);
}

function askingNode({ feature, threshold }: NodeSplit): Tree {
  return {
    feature: Int32Array.of(feature),
    threshold: Float64Array.of(threshold),
    leafValues: new Float64Array(0),
    leafSamples: new Int32Array(0),
  };
}
