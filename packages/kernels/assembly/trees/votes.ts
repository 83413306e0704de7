/**
 * Adds, tree after tree, the class shares of the leaf that each sample comes to. A node takes 12 bytes: the feature it
 * asks for or -1, the greatest value that goes left as float32, and the right child; the left one stands behind it. A
 * leaf has its place among the shares instead. Items are samples. All of a piece go through a tree before the next, so
 * that it stays in the cache.
 */
export function addVotesOfFloats(
  samples: usize, sampleCount: i32, featureCount: i32, nodes: usize, starts: usize, treeCount: i32,
  shares: usize, classCount: i32, skipped: usize, votes: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>featureCount) << 2;
  for (let tree = 0; tree < treeCount; tree++) {
    const root = nodes + <usize>load<i32>(starts + ((<usize>tree) << 2)) * 12;
    for (let sample = begin; sample < end; sample++) {
      if (isSkipped(skipped, tree, sampleCount, sample)) continue;
      const row = samples + <usize>sample * rowBytes;
      let node = root, feature = load<i32>(node);
      while (feature >= 0) {
        const value = load<f32>(row + ((<usize>feature) << 2));
        node = value <= load<f32>(node, 4) ? node + 12 : root + <usize>load<i32>(node, 8) * 12;
        feature = load<i32>(node);
      }
      addShares(shares, load<i32>(node, 8), classCount, votes, sample);
    }
  }
}

/** The same for bytes. */
export function addVotesOfBytes(
  samples: usize, sampleCount: i32, featureCount: i32, nodes: usize, starts: usize, treeCount: i32,
  shares: usize, classCount: i32, skipped: usize, votes: usize, begin: i32, end: i32,
): void {
  for (let tree = 0; tree < treeCount; tree++) {
    const root = nodes + <usize>load<i32>(starts + ((<usize>tree) << 2)) * 12;
    for (let sample = begin; sample < end; sample++) {
      if (isSkipped(skipped, tree, sampleCount, sample)) continue;
      const row = samples + <usize>sample * <usize>featureCount;
      let node = root, feature = load<i32>(node);
      while (feature >= 0) {
        const value = <f32>load<u8>(row + <usize>feature);
        node = value <= load<f32>(node, 4) ? node + 12 : root + <usize>load<i32>(node, 8) * 12;
        feature = load<i32>(node);
      }
      addShares(shares, load<i32>(node, 8), classCount, votes, sample);
    }
  }
}

/** Whether a tree has learned from a sample, by how often it was drawn; none is skipped without counts. */
function isSkipped(skipped: usize, tree: i32, sampleCount: i32, sample: i32): bool {
  return skipped !== 0 && load<i32>(skipped + ((<usize>tree * <usize>sampleCount + <usize>sample) << 2)) !== 0;
}

function addShares(shares: usize, leaf: i32, classCount: i32, votes: usize, sample: i32): void {
  let from = shares + ((<usize>leaf * <usize>classCount) << 3);
  let to = votes + ((<usize>sample * <usize>classCount) << 3);
  for (let label = 0; label < classCount; label++, from += 8, to += 8) store<f64>(to, load<f64>(to) + load<f64>(from));
}
