/** Bytes of the histogram of one feature: 256 entries. */
export const FEATURE_BYTES: usize = 4096;
/** Of a group of 16 features. */
export const GROUP_BYTES: usize = 16 * 4096;

/**
 * Adds the entries of a node's rows to the histograms of a whole group: half of it at a time, which the fastest cache
 * can hold.
 */
export function addToAll(node: usize, groupBins: usize, histogram: usize): void {
  const entries = <usize>load<i32>(node, 8);
  const first = <usize>load<i32>(node);
  const last = first + ((<usize>load<i32>(node, 4)) << 2);
  let at: usize = 0;
  for (let row = first; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    const bins = groupBins + offset;
    at = histogram + ((<usize>load<u8>(bins, 0)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 0), entry), 0);
    at = histogram + ((<usize>load<u8>(bins, 1)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 4096), entry), 4096);
    at = histogram + ((<usize>load<u8>(bins, 2)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 8192), entry), 8192);
    at = histogram + ((<usize>load<u8>(bins, 3)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 12288), entry), 12288);
    at = histogram + ((<usize>load<u8>(bins, 4)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 16384), entry), 16384);
    at = histogram + ((<usize>load<u8>(bins, 5)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 20480), entry), 20480);
    at = histogram + ((<usize>load<u8>(bins, 6)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 24576), entry), 24576);
    at = histogram + ((<usize>load<u8>(bins, 7)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 28672), entry), 28672);
  }
  for (let row = first; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    const bins = groupBins + offset;
    at = histogram + ((<usize>load<u8>(bins, 8)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 32768), entry), 32768);
    at = histogram + ((<usize>load<u8>(bins, 9)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 36864), entry), 36864);
    at = histogram + ((<usize>load<u8>(bins, 10)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 40960), entry), 40960);
    at = histogram + ((<usize>load<u8>(bins, 11)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 45056), entry), 45056);
    at = histogram + ((<usize>load<u8>(bins, 12)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 49152), entry), 49152);
    at = histogram + ((<usize>load<u8>(bins, 13)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 53248), entry), 53248);
    at = histogram + ((<usize>load<u8>(bins, 14)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 57344), entry), 57344);
    at = histogram + ((<usize>load<u8>(bins, 15)) << 4);
    v128.store(at, i64x2.add(v128.load(at, 61440), entry), 61440);
  }
}

/** Adds the entries of a node's rows to the histograms of some features. @param mask - A bit for each. */
export function addToSome(node: usize, groupBins: usize, histogram: usize, mask: i32): void {
  const entries = <usize>load<i32>(node, 8);
  let row = <usize>load<i32>(node);
  const last = row + ((<usize>load<i32>(node, 4)) << 2);
  for (; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    for (let left = mask; left !== 0; left &= left - 1) {
      const feature = <usize>ctz(left);
      const at = histogram + feature * FEATURE_BYTES + ((<usize>load<u8>(groupBins + offset + feature)) << 4);
      v128.store(at, i64x2.add(v128.load(at), entry));
    }
  }
}

/** As `addToAll`, and sets a bit of the 256 of each feature for each bin that holds something. */
export function addAndMarkAll(node: usize, groupBins: usize, histogram: usize, occupancy: usize): void {
  const entries = <usize>load<i32>(node, 8);
  let row = <usize>load<i32>(node);
  const last = row + ((<usize>load<i32>(node, 4)) << 2);
  for (; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    const bins = groupBins + offset;
    mark(bins, 0, histogram, entry, occupancy);
    mark(bins, 1, histogram, entry, occupancy);
    mark(bins, 2, histogram, entry, occupancy);
    mark(bins, 3, histogram, entry, occupancy);
    mark(bins, 4, histogram, entry, occupancy);
    mark(bins, 5, histogram, entry, occupancy);
    mark(bins, 6, histogram, entry, occupancy);
    mark(bins, 7, histogram, entry, occupancy);
    mark(bins, 8, histogram, entry, occupancy);
    mark(bins, 9, histogram, entry, occupancy);
    mark(bins, 10, histogram, entry, occupancy);
    mark(bins, 11, histogram, entry, occupancy);
    mark(bins, 12, histogram, entry, occupancy);
    mark(bins, 13, histogram, entry, occupancy);
    mark(bins, 14, histogram, entry, occupancy);
    mark(bins, 15, histogram, entry, occupancy);
  }
}

/** As `addToSome`, and sets bits. */
export function addAndMarkSome(node: usize, groupBins: usize, histogram: usize, mask: i32, occupancy: usize): void {
  const entries = <usize>load<i32>(node, 8);
  let row = <usize>load<i32>(node);
  const last = row + ((<usize>load<i32>(node, 4)) << 2);
  for (; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    for (let left = mask; left !== 0; left &= left - 1) mark(groupBins + offset, ctz(left), histogram, entry, occupancy);
  }
}

function mark(bins: usize, feature: usize, histogram: usize, entry: v128, occupancy: usize): void {
  const bin = <usize>load<u8>(bins + feature);
  const at = histogram + feature * FEATURE_BYTES + (bin << 4);
  v128.store(at, i64x2.add(v128.load(at), entry));
  const word = occupancy + (feature << 5) + ((bin >> 6) << 3);
  store<u64>(word, load<u64>(word) | (<u64>1 << <u64>(bin & 63)));
}

/** Takes the entries of a node's few rows from the histograms of a whole group. */
export function takeFromAll(node: usize, groupBins: usize, histogram: usize): void {
  const entries = <usize>load<i32>(node, 8);
  let row = <usize>load<i32>(node);
  const last = row + ((<usize>load<i32>(node, 4)) << 2);
  for (; row < last; row += 4) {
    const offset = (<usize>load<i32>(row)) << 4;
    const entry = v128.load(entries + offset);
    for (let feature: usize = 0; feature < 16; feature++) {
      const at = histogram + feature * FEATURE_BYTES + ((<usize>load<u8>(groupBins + offset + feature)) << 4);
      v128.store(at, i64x2.sub(v128.load(at), entry));
    }
  }
}

/** Takes one histogram of a feature from another. */
export function takeHistogram(histogram: usize, other: usize, binCount: i32): void {
  const end = histogram + ((<usize>binCount) << 4);
  for (; histogram < end; histogram += 16, other += 16)
    v128.store(histogram, i64x2.sub(v128.load(histogram), v128.load(other)));
}
