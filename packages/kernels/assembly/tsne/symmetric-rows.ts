/** Rows end at a multiple of four entries, for kernels that take four at a time. */
function padded(length: i32): i32 {
  return (length + 3) & ~3;
}

/** How long each row of the joint affinities gets: neighbours, and items whose neighbour it is, each once. */
export function tsneRowLengths(
  indices: usize,
  neighborCount: i32,
  order: usize,
  starts: usize,
  lengths: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const own = indices + ((<usize>(row * neighborCount)) << 2);
    const last = load<i32>(starts + ((<usize>row) << 2), 4);
    let shared = 0;
    let j = 0;
    for (let e = load<i32>(starts + ((<usize>row) << 2)); e < last; e++) {
      const source = load<i32>(order + ((<usize>e) << 2)) / neighborCount;
      while (j < neighborCount && load<i32>(own + ((<usize>j) << 2)) < source) j++;
      if (j < neighborCount && load<i32>(own + ((<usize>j) << 2)) == source) shared++;
    }
    const incoming = last - load<i32>(starts + ((<usize>row) << 2));
    store<i32>(lengths + ((<usize>row) << 2), padded(neighborCount + incoming - shared));
  }
}

/** Where each row starts; the last number is where all end. */
export function tsneRowStarts(lengths: usize, rowCount: i32, rowStarts: usize, begin: i32, end: i32): void {
  let place = 0;
  for (let row = 0; row < rowCount; row++) {
    store<i32>(rowStarts + ((<usize>row) << 2), place);
    place += load<i32>(lengths + ((<usize>row) << 2));
  }
  store<i32>(rowStarts + ((<usize>rowCount) << 2), place);
}

/** Writes `(p(j|i) + p(i|j)) scale` in rows sorted by column; a row is filled up with entries of no weight. */
export function tsneSymmetricRows(
  indices: usize,
  weights: usize,
  neighborCount: i32,
  scale: f32,
  order: usize,
  starts: usize,
  rowStarts: usize,
  columns: usize,
  values: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const own = row * neighborCount;
    const lastOwn = own + neighborCount;
    const lastEdge = load<i32>(starts + ((<usize>row) << 2), 4);
    const lastEntry = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    let j = own;
    let e = load<i32>(starts + ((<usize>row) << 2));
    for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < lastEntry; entry++) {
      const target = j < lastOwn ? load<i32>(indices + ((<usize>j) << 2)) : i32.MAX_VALUE;
      const edge = e < lastEdge ? load<i32>(order + ((<usize>e) << 2)) : -1;
      const source = edge < 0 ? i32.MAX_VALUE : edge / neighborCount;
      const column = min(target, source);
      let value: f32 = 0;
      if (target == column && j < lastOwn) {
        value += load<f32>(weights + ((<usize>j) << 2));
        j++;
      }
      if (source == column && edge >= 0) {
        value += load<f32>(weights + ((<usize>edge) << 2));
        e++;
      }
      store<i32>(columns + ((<usize>entry) << 2), column == i32.MAX_VALUE ? row : column);
      store<f32>(values + ((<usize>entry) << 2), value * scale);
    }
  }
}
