import type { Heap } from '../../compute/heap.ts';
import type { TreesKernels } from '../../kernels-of/trees.ts';
import { drawsOf, leftSeed, rightSeed } from './random.ts';
import {
  codeAt,
  enterNode,
  isLeaf,
  NO_SPLIT,
  type Problem,
  type SearchedNode,
  type Split,
  searchFeature,
  valueOf,
} from './search.ts';

/** Splits, partitions, and both again and again. */
export function growTwins(heap: Heap): Pick<TreesKernels, 'searchSplits' | 'applySplits' | 'growTrees'> {
  return {
    searchSplits(...args) {
      const [begin, end] = args.slice(-2) as [number, number];
      const { problem, maxDepth, minSamplesSplit, maxFeatures, totals } = problemOf(heap, args);
      const [nodes = 0, sliceCount = 1, splits = 0] = args.slice(20);
      const { i32, f64 } = heap;
      const tree = { ...problem, minWeight: problem.minWeight * f64[totals / 8]! };
      for (let item = begin; item < end; item++) {
        const at = nodes / 4 + 4 * Math.floor(item / sliceCount);
        const node = enterNode(tree, i32[at]!, i32[at + 1]!, i32[at + 3]!);
        const slice = item % sliceCount;
        const features = isLeaf(tree, node, i32[at + 2]! >= maxDepth, minSamplesSplit)
          ? []
          : drawOrder(problem.featureCount, node.seed, maxFeatures).slice(
              Math.floor((maxFeatures * slice) / sliceCount),
              Math.floor((maxFeatures * (slice + 1)) / sliceCount),
            );
        const best = features.reduce(
          (found, feature) => better(found, searchFeature(tree, node, feature)),
          NO_SPLIT,
        );
        f64.set([best.score, best.threshold], (splits + 24 * item) / 8);
        i32.set([best.feature, best.code], (splits + 24 * item) / 4 + 4);
      }
    },
    applySplits(
      rows,
      columns,
      values,
      sampleCount,
      featureCount,
      isRandom,
      samples,
      _spare,
      nodes,
      splits,
      sliceCount,
      results,
      begin,
      end,
    ) {
      const { i32, f64 } = heap;
      const problem = { ...EMPTY, heap, rows, columns, values, sampleCount, featureCount, isRandom, samples };
      let threshold = 0;
      for (let item = begin; item < end; item++) {
        const best = Array.from({ length: sliceCount }, (_, slice) =>
          splitAt(heap, splits + 24 * (item * sliceCount + slice)),
        ).reduce(better);
        const at = nodes / 4 + 4 * item;
        let middle = 0;
        if (best.feature >= 0) ({ middle, threshold } = partition(problem, i32[at]!, i32[at + 1]!, best));
        f64[results / 8 + 3 * item] = threshold;
        const seeds = [leftSeed(i32[at + 3]!), rightSeed(i32[at + 3]!)];
        i32.set([best.feature, middle, ...seeds], results / 4 + 6 * item + 2);
      }
    },
    growTrees(...args) {
      const [begin, end] = args.slice(-2) as [number, number];
      const { problem, maxDepth, minSamplesSplit, maxFeatures, totals } = problemOf(heap, args);
      const [roots = 0, , , feature = 0, threshold = 0, leafValues = 0, leafSamples = 0, counts = 0] =
        args.slice(19);
      const { i32, f64 } = heap;
      const { sampleCount, featureCount, classCount } = problem;
      for (let item = begin; item < end; item++) {
        const [start = 0, stop = 0, depth = 0, seed = 0] = i32.subarray(roots / 4 + 4 * item);
        const tree = {
          ...problem,
          minWeight: problem.minWeight * f64[totals / 8 + item]!,
          weights: problem.weights + 8 * (start - (start % sampleCount)),
        };
        const order = Int32Array.from({ length: featureCount }, (_, i) => i);
        let [nodeCount, leafCount] = [0, 0];
        const write = (asked: number, value: number) => {
          i32[feature / 4 + 2 * start + nodeCount] = asked;
          f64[threshold / 8 + 2 * start + nodeCount++] = value;
        };
        const grow = (from: number, to: number, level: number, known: number, nodeSeed: number): void => {
          const node = enterNode(tree, from, to, nodeSeed);
          const isStopped = isLeaf(tree, node, level >= maxDepth, minSamplesSplit);
          const { best, constants } = isStopped
            ? { best: NO_SPLIT, constants: known }
            : findSplit(tree, node, order, known, maxFeatures);
          if (best.feature >= 0) {
            const cut = partition(tree, from, to, best);
            write(best.feature, cut.threshold);
            grow(from, cut.middle, level + 1, constants, leftSeed(nodeSeed));
            grow(cut.middle, to, level + 1, constants, rightSeed(nodeSeed));
            return;
          }
          write(-1, 0);
          f64.set(node.totals, leafValues / 8 + (start + leafCount) * classCount);
          i32[leafSamples / 4 + start + leafCount++] = to - from;
        };
        grow(start, stop, depth, 0, seed);
        i32.set([nodeCount, leafCount], counts / 4 + 2 * item);
      }
    },
  };
}

const EMPTY = { classCount: 0, isEntropy: 0, minSamplesLeaf: 1, minWeight: 0, terms: 0, weights: 0 };

/** The arguments that `searchSplits` and `growTrees` share. */
function problemOf(heap: Heap, args: readonly number[]) {
  const [rows = 0, columns = 0, values = 0, sampleCount = 0, featureCount = 0, classCount = 0] = args;
  const [isEntropy = 0, isRandom = 0, maxDepth = 0, minSamplesSplit = 0, minSamplesLeaf = 0, minWeight = 0] =
    args.slice(6);
  const [maxFeatures = 0, terms = 0, weights = 0, totals = 0, samples = 0] = args.slice(12);
  const data = { heap, rows, columns, values, sampleCount, featureCount, classCount, samples, weights };
  const problem: Problem = { ...data, isEntropy, isRandom, minSamplesLeaf, minWeight, terms };
  return { problem, maxDepth, minSamplesSplit, maxFeatures, totals };
}

/** The greater score; of equals the first. */
function better(found: Split, other: Split | undefined): Split {
  return other !== undefined && other.score > found.score ? other : found;
}

function splitAt({ i32, f64 }: Heap, pointer: number): Split {
  const [score = 0, threshold = 0] = f64.subarray(pointer / 8);
  const [feature = 0, code = 0] = i32.subarray(pointer / 4 + 4);
  return { score, threshold, feature, code: code >>> 0 };
}

function drawOrder(featureCount: number, seed: number, count: number): number[] {
  const order = Array.from({ length: featureCount }, (_, feature) => feature);
  const draw = drawsOf(seed);
  for (let i = 0; i < count; i++) swap(order, i, i + draw(featureCount - i));
  return order;
}

function findSplit(
  problem: Problem,
  node: SearchedNode,
  order: Int32Array,
  known: number,
  maxFeatures: number,
): { best: Split; constants: number } {
  const draw = drawsOf(node.seed);
  let best: Split = NO_SPLIT;
  let [constants, knownLeft, lastFree, varying] = [known, known, problem.featureCount, 0];
  for (let tried = 0; lastFree > constants && (tried < maxFeatures || varying === 0); tried++) {
    const drawn = draw(knownLeft + lastFree - constants);
    if (drawn < knownLeft) {
      knownLeft--;
      continue;
    }
    const place = constants + drawn - knownLeft;
    const split = searchFeature(problem, node, order[place]!);
    if (split === undefined) {
      swap(order, place, constants++);
      continue;
    }
    varying++;
    swap(order, place, --lastFree);
    best = better(best, split);
  }
  return { best, constants };
}

function swap(order: Int32Array | number[], a: number, b: number): void {
  const feature = order[a]!;
  order[a] = order[b]!;
  order[b] = feature;
}

function partition(
  problem: Problem,
  begin: number,
  end: number,
  { feature, code, threshold: drawn }: Split,
): { middle: number; threshold: number } {
  const { i32 } = problem.heap;
  const at = problem.samples / 4;
  const pairs = Array.from({ length: end - begin }, (_, i) => [
    ...i32.subarray(at + 2 * (begin + i), at + 2 * (begin + i) + 2),
  ]);
  const codeOf = ([row = 0]: readonly number[]) => codeAt(problem, feature, row);
  const left = pairs.filter((pair) => codeOf(pair) <= code);
  const right = pairs.filter((pair) => codeOf(pair) > code);
  i32.set([...left, ...right].flat(), at + 2 * begin);
  const nearest = right.reduce((least, pair) => Math.min(least, codeOf(pair)), 2 ** 32 - 1);
  const halfway = valueOf(problem, feature, code) / 2 + valueOf(problem, feature, nearest) / 2;
  return { middle: begin + left.length, threshold: problem.isRandom ? drawn : halfway };
}
