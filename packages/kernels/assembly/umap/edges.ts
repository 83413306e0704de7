/** Writes for each entry of sparse rows its row and its bucket: the pair of blocks it joins, or the last one, to be left out. */
export function umapBucketEdges(
  rowStarts: usize,
  columns: usize,
  values: usize,
  blocks: usize,
  blockCount: i32,
  leastWeight: f32,
  rows: usize,
  buckets: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    const block = load<i32>(blocks + ((<usize>row) << 2));
    for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < last; entry++) {
      const place = (<usize>entry) << 2;
      const other = load<i32>(blocks + ((<usize>load<i32>(columns + place)) << 2));
      const weight = load<f32>(values + place);
      const bucket = min(block, other) * blockCount + max(block, other);
      store<i32>(rows + place, row);
      store<i32>(buckets + place, weight > 0 && weight >= leastWeight ? bucket : blockCount * blockCount);
    }
  }
}

/** Writes edges in a new order, by the new numbers of their points, and how often each is due per epoch. */
export function umapGatherEdges(
  order: usize,
  rows: usize,
  columns: usize,
  values: usize,
  slots: usize,
  largestWeight: f32,
  heads: usize,
  tails: usize,
  rates: usize,
  begin: i32,
  end: i32,
): void {
  for (let edge = begin; edge < end; edge++) {
    const from = (<usize>load<i32>(order + ((<usize>edge) << 2))) << 2;
    const to = (<usize>edge) << 2;
    store<i32>(heads + to, load<i32>(slots + ((<usize>load<i32>(rows + from)) << 2)));
    store<i32>(tails + to, load<i32>(slots + ((<usize>load<i32>(columns + from)) << 2)));
    store<f32>(rates + to, load<f32>(values + from) / largestWeight);
  }
}

/** The largest number of each piece. */
export function umapLargest(values: usize, largest: usize, grain: i32, begin: i32, end: i32): void {
  let most: f32 = 0;
  for (let i = begin; i < end; i++) most = max(most, load<f32>(values + ((<usize>i) << 2)));
  store<f32>(largest + ((<usize>(begin / grain)) << 2), most);
}
