import { bestCode, bestFeature, bestScore, bestThreshold, forgetBest } from './best';
import { enterNode, isLeaf, nodeSize, setWeights } from './node';
import { areCodes, featureCount, isRandom, setData, setRules } from './problem';
import { drawBelow, startStream } from './random';
import { clearHistogram, scoreCodes } from './score-codes';
import { scoreDrawn } from './score-drawn';
import { scoreKeys } from './score-keys';

/** How many features the node and those above it are known to have the same value of; see `findSplit`. */
export let constantCount: i32 = 0;

/**
 * Searches the node among features in random order: `maxFeatures` of them, or more until one varies. A feature without
 * variation counts as tried. The order begins with the features that do not vary in the node; those known before come
 * first, and stay there for the other nodes below the same parent.
 *
 * @param order - `Int32Array`, a permutation of the features.
 */
export function findSplit(order: usize, known: i32, maxFeatures: i32, seed: u32, sorting: usize): void {
  forgetBest();
  startStream(seed);
  constantCount = known;
  let knownLeft = known, lastFree = featureCount, varying = 0;
  for (let tried = 0; lastFree > constantCount && (tried < maxFeatures || varying === 0); tried++) {
    const drawn = drawBelow(knownLeft + lastFree - constantCount);
    if (drawn < knownLeft) {
      knownLeft--;
      continue;
    }
    const at = order + ((<usize>(constantCount + drawn - knownLeft)) << 2);
    if (score(load<i32>(at), seed, sorting)) {
      varying++;
      lastFree--;
      swap(at, order + ((<usize>lastFree) << 2));
    } else {
      swap(at, order + ((<usize>constantCount) << 2));
      constantCount++;
    }
  }
}

function score(feature: i32, seed: u32, sorting: usize): bool {
  if (isRandom) return scoreDrawn(feature, seed);
  return areCodes() ? scoreCodes(feature) : scoreKeys(feature, sorting);
}

export function startOrder(order: usize): void {
  for (let feature = 0; feature < featureCount; feature++) store<i32>(order + ((<usize>feature) << 2), feature);
}

function swap(a: usize, b: usize): void {
  const word = load<i32>(a);
  store<i32>(a, load<i32>(b));
  store<i32>(b, word);
}

/**
 * The best splits of nodes that are so large that several threads search one of them. Items are slices of the features
 * that a node draws, `sliceCount` for each node.
 */
export function searchSplits(
  rows: usize, columns: usize, values: usize, sampleCount: i32, features: i32, classCount: i32,
  entropy: i32, random: i32, maxDepth: i32, minSamplesSplit: i32, minSamplesLeaf: i32, minWeightFraction: f64,
  maxFeatures: i32, terms: usize, weights: usize, totals: usize, samples: usize, orders: usize, sorting: usize,
  sortedCount: i32, nodes: usize, sliceCount: i32, splits: usize, begin: i32, end: i32,
): void {
  setData(rows, columns, values, sampleCount, features, classCount);
  setRules(entropy, random, minSamplesLeaf, terms);
  setWeights(weights, minWeightFraction * load<f64>(totals));
  if (areCodes()) clearHistogram();
  for (let item = begin; item < end; item++) {
    const node = nodes + ((<usize>(item / sliceCount)) << 4), slice = item % sliceCount;
    const from = load<i32>(node), depth = load<i32>(node, 8), seed = load<u32>(node, 12);
    forgetBest();
    enterNode(samples, from, load<i32>(node, 4));
    if (!isLeaf(depth, maxDepth, minSamplesSplit)) {
      const order = orders + ((<usize>item * <usize>featureCount) << 2);
      drawOrder(order, seed, maxFeatures);
      const stop = <i32>((<i64>maxFeatures * <i64>(slice + 1)) / <i64>sliceCount);
      const room = sorting + ((<usize>slice * <usize>sortedCount + <usize>from) << 4);
      for (let i = <i32>((<i64>maxFeatures * <i64>slice) / <i64>sliceCount); i < stop; i++)
        score(load<i32>(order + ((<usize>i) << 2)), seed, room);
    }
    const split = splits + <usize>item * 24;
    store<f64>(split, bestScore);
    store<f64>(split, bestThreshold, 8);
    store<i32>(split, bestFeature, 16);
    store<u32>(split, bestCode, 20);
  }
}

/** Draws the features to try, without replacement. */
function drawOrder(order: usize, seed: u32, count: i32): void {
  startOrder(order);
  startStream(seed);
  for (let i = 0; i < count; i++)
    swap(order + ((<usize>i) << 2), order + ((<usize>(i + drawBelow(featureCount - i))) << 2));
}
