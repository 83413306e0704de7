import type { TreeEnsemble } from './tree-ensemble.ts';

const NODE_WORDS = 4;

/**
 * Nodes as kernels read them, 16 bytes each.
 *
 * @param offsetOf - Where in a row a feature lies, in bytes.
 * @param cutOf - The highest value that goes left, as rows hold it.
 */
export function packNodes(
  { features, thresholds, lefts, values }: TreeEnsemble,
  offsetOf: (feature: number) => number,
  cutOf: (threshold: number, feature: number) => number,
): Int32Array {
  const words = new Int32Array(Math.max(1, features.length) * NODE_WORDS);
  const doubles = new Float64Array(words.buffer);
  for (let node = 0; node < features.length; node++) {
    const feature = features[node]!;
    words[NODE_WORDS * node + 1] = lefts[node]!;
    if (feature >= 0) words[NODE_WORDS * node] = offsetOf(feature);
    doubles[2 * node + 1] = feature >= 0 ? cutOf(thresholds[node]!, feature) : values[node]!;
  }
  return words;
}
