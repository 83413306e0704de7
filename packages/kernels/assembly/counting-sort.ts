/** Counts in the histogram of this call, one of many, how often each key comes. */
export function countKeys(
  keys: usize,
  keyCount: i32,
  histograms: usize,
  grain: i32,
  begin: i32,
  end: i32,
): void {
  const histogram = histograms + ((<usize>(begin / grain) * <usize>keyCount) << 2);
  memory.fill(histogram, 0, (<usize>keyCount) << 2);
  for (let i = begin; i < end; i++) {
    const count = histogram + ((<usize>load<i32>(keys + ((<usize>i) << 2))) << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
}

/** Turns counts into places: key by key, and within a key call by call. */
export function startKeys(
  keyCount: i32,
  histogramCount: i32,
  histograms: usize,
  starts: usize,
  begin: i32,
  end: i32,
): void {
  let place = 0;
  for (let key = 0; key < keyCount; key++) {
    store<i32>(starts + ((<usize>key) << 2), place);
    for (let h = 0; h < histogramCount; h++) {
      const at = histograms + ((<usize>h * <usize>keyCount + <usize>key) << 2);
      const count = load<i32>(at);
      store<i32>(at, place);
      place += count;
    }
  }
  store<i32>(starts + ((<usize>keyCount) << 2), place);
}

/** Writes the items in the order of their keys, equal ones as they come. */
export function orderByKey(
  keys: usize,
  keyCount: i32,
  histograms: usize,
  order: usize,
  grain: i32,
  begin: i32,
  end: i32,
): void {
  const places = histograms + ((<usize>(begin / grain) * <usize>keyCount) << 2);
  for (let i = begin; i < end; i++) {
    const place = places + ((<usize>load<i32>(keys + ((<usize>i) << 2))) << 2);
    const at = load<i32>(place);
    store<i32>(order + ((<usize>at) << 2), i);
    store<i32>(place, at + 1);
  }
}
