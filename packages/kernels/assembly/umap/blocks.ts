/** Parts segments of a list of points in halves: all points of the first come before those of the second along an axis. */
export function umapHalve(
  points: usize,
  order: usize,
  pointCount: i32,
  segmentCount: i32,
  axis: i32,
  begin: i32,
  end: i32,
): void {
  const keys = points + ((<usize>axis) << 2);
  for (let segment = begin; segment < end; segment++) {
    const first = cut(pointCount, segment, segmentCount);
    const last = cut(pointCount, segment + 1, segmentCount) - 1;
    select(keys, order, first, last, cut(pointCount, 2 * segment + 1, 2 * segmentCount));
  }
}

function cut(count: i32, part: i32, partCount: i32): i32 {
  return <i32>((<i64>count * <i64>part) / <i64>partCount);
}

function at(order: usize, i: i32): i32 {
  return load<i32>(order + ((<usize>i) << 2));
}

function isBefore(keys: usize, a: i32, b: i32): bool {
  const first = load<f32>(keys + ((<usize>a) << 3));
  const second = load<f32>(keys + ((<usize>b) << 3));
  return first < second || (first == second && a < b);
}

/** Hoare's selection: afterwards, what comes before the `wanted`th point lies before it. */
function select(keys: usize, order: usize, first: i32, last: i32, wanted: i32): void {
  while (first < last) {
    const pivot = at(order, (first + last) >> 1);
    let i = first;
    let j = last;
    while (i <= j) {
      while (isBefore(keys, at(order, i), pivot)) i++;
      while (isBefore(keys, pivot, at(order, j))) j--;
      if (i > j) break;
      const moved = at(order, i);
      store<i32>(order + ((<usize>i) << 2), at(order, j));
      store<i32>(order + ((<usize>j) << 2), moved);
      i++;
      j--;
    }
    if (wanted <= j) last = j;
    else if (wanted >= i) first = i;
    else return;
  }
}

/** Notes for each point which segment it is in. */
export function umapAssignBlocks(
  order: usize,
  pointCount: i32,
  blockCount: i32,
  blocks: usize,
  begin: i32,
  end: i32,
): void {
  for (let block = begin; block < end; block++) {
    const last = cut(pointCount, block + 1, blockCount);
    for (let i = cut(pointCount, block, blockCount); i < last; i++)
      store<i32>(blocks + ((<usize>at(order, i)) << 2), block);
  }
}
