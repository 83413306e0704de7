/**
 * A decision tree: what its nodes ask, and what its leaves hold. Nodes stand in preorder: a node that asks is followed by
 * its left branch and then its right one. So every list that is full as `isWhole` says is a tree, and only one.
 */
export interface Tree {
  /** What each node asks for; -1 of leaves. */
  readonly feature: Int32Array;
  /** Samples whose feature is not greater go left; 0 of leaves. */
  readonly threshold: Float64Array;
  /** Weights of the classes in each leaf, in the order of the leaves; shape `[leafCount, classCount]`. */
  readonly leafValues: Float64Array;
  /** How many samples each leaf has. */
  readonly leafSamples: Int32Array;
}

/** Where the right branch of each node begins; -1 of leaves. */
export function rightChildren(feature: Int32Array): Int32Array {
  const right = new Int32Array(feature.length).fill(-1);
  const waiting: number[] = [];
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! >= 0) {
      waiting.push(node);
      continue;
    }
    const parent = waiting.pop();
    if (parent !== undefined) right[parent] = node + 1;
  }
  return right;
}

/** Whether nodes are a whole tree: all branches end, and the last one at the end. */
export function isWhole(feature: Int32Array): boolean {
  let open = 1;
  for (let node = 0; node < feature.length; node++) {
    if (open === 0) return false;
    open += feature[node]! >= 0 ? 1 : -1;
  }
  return open === 0;
}

/** How far each node is from the root. */
export function depthsOf(feature: Int32Array, right: Int32Array): Int32Array {
  const depths = new Int32Array(feature.length);
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! < 0) continue;
    depths[node + 1] = depths[node]! + 1;
    depths[right[node]!] = depths[node]! + 1;
  }
  return depths;
}

/** Parts of trees one behind the other. */
export function joinTrees(parts: readonly Tree[]): Tree {
  return {
    feature: joined(
      Int32Array,
      parts.map(({ feature }) => feature),
    ),
    threshold: joined(
      Float64Array,
      parts.map(({ threshold }) => threshold),
    ),
    leafValues: joined(
      Float64Array,
      parts.map(({ leafValues }) => leafValues),
    ),
    leafSamples: joined(
      Int32Array,
      parts.map(({ leafSamples }) => leafSamples),
    ),
  };
}

function joined<T extends Int32Array | Float64Array>(
  type: new (length: number) => T,
  parts: readonly T[],
): T {
  const whole = new type(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
