const BINS: i32 = 1024;
const BIN_BITS: u32 = 6;
const BOUND_MOST: i32 = 65535;
/** Of so many bounds in a row one vector is looked at, where there are many. */
const STRIDE: i32 = 32;
const VECTOR: i32 = 8;
const MANY: i32 = 4096;

export const BINS_BYTES: usize = (<usize>BINS) << 2;

/**
 * A bound that about as many as wanted do not exceed: read off a histogram, of some of the bounds where there are many.
 *
 * @param bounds - `[count]` uint16.
 * @param bins - Room for `BINS_BYTES`.
 */
export function boundOfSmallest(bounds: usize, count: i32, wanted: i32, bins: usize): i32 {
  const stride = count < MANY ? VECTOR : STRIDE;
  memory.fill(bins, 0, BINS_BYTES);
  for (let start = 0; start < count; start += stride) {
    for (let place = start; place < min(start + VECTOR, count); place++) {
      const bin = bins + (((<usize>load<u16>(bounds + ((<usize>place) << 1))) >> BIN_BITS) << 2);
      store<i32>(bin, load<i32>(bin) + 1);
    }
  }
  const enough = max(1, wanted * VECTOR / stride);
  let bin = 0;
  for (let found = 0; bin < BINS; bin++) {
    found += load<i32>(bins + ((<usize>bin) << 2));
    if (found >= enough) break;
  }
  return min(BOUND_MOST, ((bin + 1) << BIN_BITS) - 1);
}
