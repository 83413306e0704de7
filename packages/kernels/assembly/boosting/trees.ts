/** Rows that go through a tree while its nodes are at hand. */
const BLOCK_ROWS: i32 = 64;

/**
 * Adds what trees say about rows of bytes to the scores of their classes, tree by tree. Items are rows.
 *
 * @param nodes - 16 bytes each: where in a row the bin lies, the left child or 0 of a leaf; the highest bin that goes
 *   left, or the value of a leaf, in float64.
 */
export function addByteTrees(
  data: usize, rowBytes: i32, nodes: usize, roots: usize, treeCount: i32, classCount: i32, scores: usize, rowCount: i32,
  begin: i32, end: i32,
): void {
  for (let block = begin; block < end; block += BLOCK_ROWS) {
    const last = min(block + BLOCK_ROWS, end);
    for (let tree = 0; tree < treeCount; tree++) {
      const root = load<i32>(roots + ((<usize>tree) << 2));
      const to = scores + (((<usize>(tree % classCount)) * (<usize>rowCount)) << 3);
      for (let row = block; row < last; row++) {
        const from = data + (<usize>row) * (<usize>rowBytes);
        let node = nodes + ((<usize>root) << 4);
        for (let left = load<i32>(node, 4); left !== 0; left = load<i32>(node, 4)) {
          const goesRight = <f64>load<u8>(from + <usize>load<i32>(node)) > load<f64>(node, 8);
          node = nodes + ((<usize>(left + <i32>goesRight)) << 4);
        }
        const at = to + ((<usize>row) << 3);
        store<f64>(at, load<f64>(at) + load<f64>(node, 8));
      }
    }
  }
}

/** As `addByteTrees`, for rows of float32. */
export function addFloatTrees(
  data: usize, rowBytes: i32, nodes: usize, roots: usize, treeCount: i32, classCount: i32, scores: usize, rowCount: i32,
  begin: i32, end: i32,
): void {
  for (let block = begin; block < end; block += BLOCK_ROWS) {
    const last = min(block + BLOCK_ROWS, end);
    for (let tree = 0; tree < treeCount; tree++) {
      const root = load<i32>(roots + ((<usize>tree) << 2));
      const to = scores + (((<usize>(tree % classCount)) * (<usize>rowCount)) << 3);
      for (let row = block; row < last; row++) {
        const from = data + (<usize>row) * (<usize>rowBytes);
        let node = nodes + ((<usize>root) << 4);
        for (let left = load<i32>(node, 4); left !== 0; left = load<i32>(node, 4)) {
          const goesRight = <f64>load<f32>(from + <usize>load<i32>(node)) > load<f64>(node, 8);
          node = nodes + ((<usize>(left + <i32>goesRight)) << 4);
        }
        const at = to + ((<usize>row) << 3);
        store<f64>(at, load<f64>(at) + load<f64>(node, 8));
      }
    }
  }
}
