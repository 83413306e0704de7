/** Rows whose sums fit 16 bits, and the sums of whose squares fit 32. */
const BLOCK_ROWS = 256;

/**
 * Adds the sums and the sums of squares of the samples of each class, exact. Items are classes.
 *
 * @param starts - Where the samples of each class begin in `order`, and where those of the last one end.
 */
export function addClassSums(
  samples: usize, featureCount: i32, order: usize, starts: usize, sums: usize, squares: usize, begin: i32, end: i32,
): void {
  const width = <usize>featureCount;
  for (let group = begin; group < end; group++) {
    const at = starts + ((<usize>group) << 2);
    const last = load<i32>(at, 4);
    const to = ((<usize>group) * width) << 3;
    for (let first = load<i32>(at); first < last; first += BLOCK_ROWS)
      addBlock(samples, width, order, first, min(first + BLOCK_ROWS, last), sums + to, squares + to);
  }
}

function addBlock(
  samples: usize, width: usize, order: usize, first: i32, last: i32, sums: usize, squares: usize,
): void {
  const from = order + ((<usize>first) << 2), to = order + ((<usize>last) << 2);
  const vectorEnd = width & ~15;
  for (let feature: usize = 0; feature < vectorEnd; feature += 16) {
    let low = i16x8.splat(0), high = low;
    let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let place = from; place < to; place += 4) {
      const bytes = v128.load(samples + (<usize>load<i32>(place)) * width + feature);
      const first8 = i16x8.extend_low_i8x16_u(bytes), last8 = i16x8.extend_high_i8x16_u(bytes);
      low = i16x8.add(low, first8);
      high = i16x8.add(high, last8);
      s0 = i32x4.add(s0, i32x4.extmul_low_i16x8_u(first8, first8));
      s1 = i32x4.add(s1, i32x4.extmul_high_i16x8_u(first8, first8));
      s2 = i32x4.add(s2, i32x4.extmul_low_i16x8_u(last8, last8));
      s3 = i32x4.add(s3, i32x4.extmul_high_i16x8_u(last8, last8));
    }
    const at = feature << 3;
    addFour(sums + at, i32x4.extend_low_i16x8_u(low));
    addFour(sums + at + 32, i32x4.extend_high_i16x8_u(low));
    addFour(sums + at + 64, i32x4.extend_low_i16x8_u(high));
    addFour(sums + at + 96, i32x4.extend_high_i16x8_u(high));
    addFour(squares + at, s0);
    addFour(squares + at + 32, s1);
    addFour(squares + at + 64, s2);
    addFour(squares + at + 96, s3);
  }
  for (let feature = vectorEnd; feature < width; feature++) {
    let sum = 0, square = 0;
    for (let place = from; place < to; place += 4) {
      const byte = <i32>load<u8>(samples + (<usize>load<i32>(place)) * width + feature);
      sum += byte;
      square += byte * byte;
    }
    const at = feature << 3;
    store<f64>(sums + at, load<f64>(sums + at) + <f64>sum);
    store<f64>(squares + at, load<f64>(squares + at) + <f64>square);
  }
}

function addFour(to: usize, integers: v128): void {
  const high = v128.shuffle<i64>(integers, integers, 1, 1);
  v128.store(to, f64x2.add(v128.load(to), f64x2.convert_low_i32x4_s(integers)));
  v128.store(to, f64x2.add(v128.load(to, 16), f64x2.convert_low_i32x4_s(high)), 16);
}
