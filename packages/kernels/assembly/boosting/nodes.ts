/** Bytes of a node's record: pointers and counts, the sum of its entries, sums in float64, its slot, its partner. */
export const NODE_BYTES: usize = 80;

/**
 * Sums over the rows of nodes: their entries, and in float64 weights, gradients, squared gradients, curvatures.
 * Items are nodes.
 */
export function sumNodes(
  nodes: usize, gradients: usize, curvatures: usize, weights: usize, rowCount: i32, begin: i32, end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const node = nodes + (<usize>item) * NODE_BYTES;
    const entries = <usize>load<i32>(node, 8);
    const tree = ((<usize>load<i32>(node, 12)) * (<usize>rowCount)) << 3;
    let row = <usize>load<i32>(node);
    const last = row + ((<usize>load<i32>(node, 4)) << 2);
    let total = i64x2.splat(0);
    let weightSum: f64 = 0, gradientSum: f64 = 0, squareSum: f64 = 0, curvatureSum: f64 = 0;
    for (; row < last; row += 4) {
      const index = <usize>load<i32>(row);
      const at = tree + (index << 3);
      const weight = weights === 0 ? 1.0 : load<f64>(weights + (index << 3));
      const gradient = load<f64>(gradients + at);
      total = i64x2.add(total, v128.load(entries + (index << 4)));
      weightSum += weight;
      gradientSum += weight * gradient;
      squareSum += weight * gradient * gradient;
      curvatureSum += weight * load<f64>(curvatures + at);
    }
    v128.store(node, total, 16);
    store<f64>(node, weightSum, 32);
    store<f64>(node, gradientSum, 40);
    store<f64>(node, squareSum, 48);
    store<f64>(node, curvatureSum, 56);
  }
}

/** Deals the rows of nodes to their left and right children, each in the order they had. Items are splits of 32 bytes. */
export function partitionRows(splits: usize, binBytes: i32, begin: i32, end: i32): void {
  for (let item = begin; item < end; item++) {
    const split = splits + ((<usize>item) << 5);
    let row = <usize>load<i32>(split);
    const last = row + ((<usize>load<i32>(split, 4)) << 2);
    let left = <usize>load<i32>(split, 8);
    let right = left + ((<usize>load<i32>(split, 12)) << 2);
    const column = <usize>load<i32>(split, 16);
    const leftBin = load<i32>(split, 20);
    for (; row < last; row += 4) {
      const index = load<i32>(row);
      const bin = binBytes === 1
        ? <i32>load<u8>(column + ((<usize>index) << 4))
        : <i32>load<f32>(column + ((<usize>index) << 2));
      if (bin <= leftBin) {
        store<i32>(left, index);
        left += 4;
      } else {
        store<i32>(right, index);
        right += 4;
      }
    }
  }
}
