/** Features of a group: their bins of one sample lie side by side. */
export const GROUP_FEATURES: i32 = 16;

/** Rows of bytes as groups of 16 features, `[groupCount][rowCount][16]`; missing features are zeros. Items are rows. */
export function groupBytes(
  samples: usize, rowCount: i32, featureCount: i32, bins: usize, begin: i32, end: i32,
): void {
  const groupBytes = (<usize>rowCount) << 4;
  for (let feature = 0, group = bins; feature < featureCount; feature += GROUP_FEATURES, group += groupBytes) {
    const width = min(GROUP_FEATURES, featureCount - feature);
    let to = group + ((<usize>begin) << 4);
    let from = samples + (<usize>begin) * (<usize>featureCount) + (<usize>feature);
    for (let row = begin; row < end; row++, to += 16, from += <usize>featureCount) {
      if (width === GROUP_FEATURES) {
        v128.store(to, v128.load(from));
      } else {
        v128.store(to, i8x16.splat(0));
        for (let i = 0; i < width; i++) store<u8>(to + <usize>i, load<u8>(from + <usize>i));
      }
    }
  }
}

/** How often each bin of each feature occurs in some rows. Items are groups. */
export function countBins(
  bins: usize, rowCount: i32, rows: usize, count: i32, counts: usize, begin: i32, end: i32,
): void {
  for (let group = begin; group < end; group++) {
    const from = bins + (((<usize>group) * (<usize>rowCount)) << 4);
    const to = counts + ((<usize>group) << 14);
    memory.fill(to, 0, 1 << 14);
    for (let i = 0; i < count; i++) {
      const row = from + ((<usize>load<i32>(rows + ((<usize>i) << 2))) << 4);
      for (let feature = 0; feature < GROUP_FEATURES; feature++) {
        const at = to + ((<usize>feature) << 10) + ((<usize>load<u8>(row + <usize>feature)) << 2);
        store<i32>(at, load<i32>(at) + 1);
      }
    }
  }
}

/** Puts what a table of 256 has for it in the place of each bin, feature by feature. Items are groups. */
export function mapBins(bins: usize, rowCount: i32, tables: usize, begin: i32, end: i32): void {
  for (let group = begin; group < end; group++) {
    const table = tables + ((<usize>group) << 12);
    let at = bins + (((<usize>group) * (<usize>rowCount)) << 4);
    for (let row = 0; row < rowCount; row++, at += 16) {
      for (let feature = 0; feature < GROUP_FEATURES; feature++) {
        const bin = at + <usize>feature;
        store<u8>(bin, load<u8>(table + ((<usize>feature) << 8) + <usize>load<u8>(bin)));
      }
    }
  }
}
