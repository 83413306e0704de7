import type { Rng } from '@fashion-mnist/core';
import { command, type WorkerPool } from '@fashion-mnist/kernels';
import { type BinnedRows, GROUP_FEATURES } from './binned-rows.ts';
import type { FeatureDraws } from './feature-draws.ts';
import { type GrowingNode, GrowingTree, NO_SUMS, type NodeSums, type Split } from './growing-tree.ts';
import type { GrowthRules } from './growth-rules.ts';
import type { SplitSearch } from './split-search.ts';
import type { TrainingRows } from './training-rows.ts';

/** What trees grow from. */
export interface Ground {
  readonly pool: WorkerPool;
  readonly rows: BinnedRows;
  readonly training: TrainingRows;
  readonly search: SplitSearch;
  readonly draws: FeatureDraws;
  readonly rules: GrowthRules;
  readonly signal: AbortSignal | undefined;
}

/** A tree that has grown, and the sums over all its rows. */
export interface GrownTree {
  readonly tree: GrowingTree;
  readonly root: NodeSums;
}

const SPLIT_WORDS = 8;
const LARGEST_SEED: number = 2 ** 32 - 1;

/**
 * Grows the trees of one round together: a level at a time, or with a limit of leaves the best split of each tree at a
 * time. Rows and entries are those of `training`.
 *
 * @param rngs - One per tree.
 */
export async function growTrees(
  ground: Ground,
  rowCount: number,
  rngs: readonly Rng[],
): Promise<readonly GrownTree[]> {
  const { rules, search } = ground;
  const trees = rngs.map(() => new GrowingTree());
  const roots = rngs.map((_, tree) => growingNode({ tree, index: 0, depth: 0, start: 0, count: rowCount }));
  const leafCounts = trees.map(() => 1);
  const isLimited = rules.maxLeafNodes < 2 ** rules.maxDepth;
  const isOpen = ({ tree }: GrowingNode) => leafCounts[tree]! < rules.maxLeafNodes;
  let splittable = await examine(ground, roots, roots, rngs);
  while (splittable.length > 0) {
    const chosen = new Set(isLimited ? bestOfEachTree(splittable) : splittable);
    const children = await splitNodes(ground, [...chosen], trees);
    for (const { tree } of chosen) leafCounts[tree]!++;
    const found = await examine(ground, children, roots, rngs, isOpen);
    for (const { tree, index, sums } of children) trees[tree]!.values[index] = rules.leafValue(sums);
    const waiting = splittable.filter((node) => !chosen.has(node));
    for (const node of waiting) if (!isOpen(node)) search.forget(node);
    splittable = [...waiting.filter(isOpen), ...found];
  }
  for (const { tree, sums } of roots)
    if (trees[tree]!.lefts[0] === 0) trees[tree]!.values[0] = rules.leafValue(sums);
  return trees.map((tree, i) => ({ tree, root: roots[i]!.sums }));
}

/** Sums nodes and finds their splits. @returns those that may be split */
async function examine(
  ground: Ground,
  nodes: readonly GrowingNode[],
  roots: readonly GrowingNode[],
  rngs: readonly Rng[],
  isOpen: (node: GrowingNode) => boolean = () => true,
): Promise<GrowingNode[]> {
  const { rules, search, draws, signal } = ground;
  const candidates = new Set(
    nodes.filter(
      (node) =>
        isOpen(node) &&
        node.depth < rules.maxDepth &&
        node.count >= Math.max(2, rules.minRowsToSplit, 2 * rules.minRowsOfLeaf),
    ),
  );
  const others = nodes.filter((node) => !candidates.has(node));
  for (const node of others) search.forget(node);
  const masks = new Map(
    [...candidates].map((node) => [node, draws.draw(rngs[node.tree]!, undefined) ?? draws.all]),
  );
  if (rules.breaksTiesAtRandom)
    for (const node of candidates) node.tieSeed = 1 + rngs[node.tree]!.nextInt(LARGEST_SEED);
  const maskOf = (node: GrowingNode) => masks.get(node) ?? draws.all;
  await search.run([...candidates], others, maskOf, signal);
  if (rules.redrawsConstantFeatures) await redraw([...candidates], masks, ground, rngs);

  const splittable = [...candidates].filter(
    ({ split, sums, tree }) =>
      split !== undefined && rules.isSplittable(sums) && rules.isWorth(split.gain, sums, roots[tree]!.sums),
  );
  const isSplittable = new Set(splittable);
  for (const node of candidates) if (!isSplittable.has(node)) search.forget(node);
  return splittable;
}

/** Looks at further features of nodes while all those drawn are constant in them. */
async function redraw(
  nodes: readonly GrowingNode[],
  masks: ReadonlyMap<GrowingNode, Uint16Array>,
  { rules, search, draws, signal }: Ground,
  rngs: readonly Rng[],
): Promise<void> {
  const seen = new Map(masks);
  const isOpen = (node: GrowingNode) => !node.hasVaried && rules.isSplittable(node.sums);
  for (let unclear = nodes.filter(isOpen); ; unclear = unclear.filter(isOpen)) {
    const drawn = new Map<GrowingNode, Uint16Array>();
    for (const node of unclear) {
      const before = seen.get(node)!;
      const mask = draws.draw(rngs[node.tree]!, before);
      if (mask === undefined) continue;
      drawn.set(node, mask);
      seen.set(
        node,
        mask.map((word, group) => word | before[group]!),
      );
    }
    if (drawn.size === 0) return;
    unclear = [...drawn.keys()];
    await search.run(unclear, [], (node) => drawn.get(node)!, signal);
  }
}

/** Makes two children of each node, and deals out its rows; the larger child takes over its histograms. */
async function splitNodes(
  { pool, rows, training, signal }: Ground,
  nodes: readonly GrowingNode[],
  trees: readonly GrowingTree[],
): Promise<GrowingNode[]> {
  const jobs = new Int32Array(nodes.length * SPLIT_WORDS);
  const children = nodes.flatMap((parent, i) => {
    const split = parent.split!;
    const { feature, leftBin, leftCount } = split;
    const [from, to] = [training.rowsOf(parent), training.childRowsOf(parent)];
    jobs.set([from, parent.count, to, leftCount, columnOf(rows, feature), leftBin], i * SPLIT_WORDS);
    return childrenOf(parent, leftCount, trees[parent.tree]!.split(parent.index, split, rows));
  });
  const region = pool.region();
  try {
    const pointer = region.alloc(jobs.byteLength);
    await pool.write(pointer, jobs);
    const work = { total: nodes.length, grain: Math.ceil(nodes.length / 64) };
    await pool.submit([command('partitionRows', work, pointer, rows.layout === 'bins' ? 1 : 4)], { signal });
  } finally {
    region.release();
  }
  return children;
}

/** @param leftIndex - The left child's position in the tree. */
function childrenOf(parent: GrowingNode, leftCount: number, leftIndex: number): GrowingNode[] {
  const { tree, start, count, slot } = parent;
  const depth = parent.depth + 1;
  const left = { tree, index: leftIndex, depth, start, count: leftCount };
  const right = { tree, index: leftIndex + 1, depth, start: start + leftCount, count: count - leftCount };
  const [less, more] = left.count <= right.count ? [left, right] : [right, left];
  const lesser = growingNode(less);
  const greater = growingNode(more, slot === 0 ? undefined : lesser, slot);
  parent.slot = 0;
  return less === left ? [lesser, greater] : [greater, lesser];
}

/** Where the feature of row 0 lies. */
function columnOf({ layout, pointer, rowCount }: BinnedRows, feature: number): number {
  if (layout === 'ranks') return pointer + 4 * feature * rowCount;
  const group = Math.floor(feature / GROUP_FEATURES);
  return pointer + group * rowCount * GROUP_FEATURES + (feature % GROUP_FEATURES);
}

function bestOfEachTree(nodes: readonly GrowingNode[]): GrowingNode[] {
  const best = new Map<number, GrowingNode>();
  for (const candidate of nodes) {
    const other = best.get(candidate.tree);
    if (other === undefined || gainOf(candidate) > gainOf(other)) best.set(candidate.tree, candidate);
  }
  return [...best.values()];
}

function gainOf({ split }: { readonly split: Split | undefined }): number {
  return split?.gain ?? 0;
}

function growingNode(
  place: Pick<GrowingNode, 'tree' | 'index' | 'depth' | 'start' | 'count'>,
  lesser?: GrowingNode,
  slot = 0,
): GrowingNode {
  return { ...place, lesser, slot, tieSeed: 0, sums: NO_SUMS, split: undefined, hasVaried: false };
}
