import { bestCode, bestFeature, bestThreshold } from './best';
import { enterNode, isLeaf, nodeSize, setWeights } from './node';
import { partition, threshold } from './partition';
import { areCodes, classCount, classTotals, featureCount, setData, setRules } from './problem';
import { leftSeed, rightSeed } from './random';
import { clearHistogram } from './score-codes';
import { constantCount, findSplit, startOrder } from './split';

const FRAME_BYTES: usize = 20;
const LEAF = -1;

/** Grows trees depth first, left before right, so that nodes and leaves come out in preorder. Items are trees. */
export function growTrees(
  rows: usize, columns: usize, values: usize, sampleCount: i32, features: i32, classes: i32,
  entropy: i32, random: i32, maxDepth: i32, minSamplesSplit: i32, minSamplesLeaf: i32, minWeightFraction: f64,
  maxFeatures: i32, terms: usize, weights: usize, totals: usize, samples: usize, orders: usize, sorting: usize,
  roots: usize, spare: usize, stack: usize, feature: usize, thresholds: usize, leafValues: usize, leafSamples: usize,
  counts: usize, begin: i32, end: i32,
): void {
  setData(rows, columns, values, sampleCount, features, classes);
  setRules(entropy, random, minSamplesLeaf, terms);
  if (areCodes()) clearHistogram();
  for (let tree = begin; tree < end; tree++) {
    const root = roots + ((<usize>tree) << 4);
    const start = <usize>load<i32>(root);
    const order = orders + ((<usize>tree * <usize>featureCount) << 2);
    setWeights(weights + ((start / <usize>sampleCount * <usize>sampleCount) << 3), minWeightFraction * load<f64>(totals + ((<usize>tree) << 3)));
    startOrder(order);
    setOutput(feature + (start << 3), thresholds + (start << 4), leafValues + ((start * <usize>classes) << 3), leafSamples + (start << 2));
    grow(root, maxDepth, minSamplesSplit, maxFeatures, samples, spare, order, sorting, stack + start * FRAME_BYTES);
    store<i32>(counts + ((<usize>tree) << 3), nodeCount);
    store<i32>(counts + ((<usize>tree) << 3), leafCount, 4);
  }
}

let outFeature: usize = 0;
let outThreshold: usize = 0;
let outValues: usize = 0;
let outSamples: usize = 0;
let nodeCount: i32 = 0;
let leafCount: i32 = 0;

function setOutput(feature: usize, thresholds: usize, leafValues: usize, leafSamples: usize): void {
  outFeature = feature;
  outThreshold = thresholds;
  outValues = leafValues;
  outSamples = leafSamples;
  nodeCount = 0;
  leafCount = 0;
}

function grow(
  root: usize, maxDepth: i32, minSamplesSplit: i32, maxFeatures: i32,
  samples: usize, spare: usize, order: usize, sorting: usize, stack: usize,
): void {
  const bottom = stack;
  let begin = load<i32>(root), end = load<i32>(root, 4), depth = load<i32>(root, 8), seed = load<u32>(root, 12), known = 0;
  for (;;) {
    enterNode(samples, begin, end);
    let isSplit = false;
    if (!isLeaf(depth, maxDepth, minSamplesSplit)) {
      findSplit(order, known, maxFeatures, seed, sorting + ((<usize>begin) << 4));
      isSplit = bestFeature >= 0;
    }
    if (isSplit) {
      const middle = partition(samples, spare, begin, end, bestFeature, bestCode, bestThreshold);
      writeNode(bestFeature, threshold);
      known = constantCount;
      depth++;
      stack = push(stack, middle, end, depth, known, rightSeed(seed));
      end = middle;
      seed = leftSeed(seed);
      continue;
    }
    writeLeaf();
    if (stack === bottom) return;
    stack -= FRAME_BYTES;
    begin = load<i32>(stack);
    end = load<i32>(stack, 4);
    depth = load<i32>(stack, 8);
    known = load<i32>(stack, 12);
    seed = load<u32>(stack, 16);
  }
}

function push(stack: usize, begin: i32, end: i32, depth: i32, known: i32, seed: u32): usize {
  store<i32>(stack, begin);
  store<i32>(stack, end, 4);
  store<i32>(stack, depth, 8);
  store<i32>(stack, known, 12);
  store<u32>(stack, seed, 16);
  return stack + FRAME_BYTES;
}

function writeNode(feature: i32, threshold: f64): void {
  store<i32>(outFeature + ((<usize>nodeCount) << 2), feature);
  store<f64>(outThreshold + ((<usize>nodeCount) << 3), threshold);
  nodeCount++;
}

function writeLeaf(): void {
  writeNode(LEAF, 0);
  memory.copy(outValues + ((<usize>(leafCount * classCount)) << 3), classTotals(), (<usize>classCount) << 3);
  store<i32>(outSamples + ((<usize>leafCount) << 2), nodeSize());
  leafCount++;
}
