/**
 * Adds `sum over rows of slope * row` to the gradient of every output.
 *
 * @param stride - Bytes from row to row, and from output to output of the gradients; a multiple of 32.
 */
export function addGradients(
  rows: usize, count: i32, stride: usize, slopes: usize, slopeStride: usize, gradients: usize, outputCount: i32,
): void {
  let output = 0;
  for (; output + 5 <= outputCount; output += 5)
    addFive(rows, count, stride, slopes + ((<usize>output) << 2), slopeStride, gradients + (<usize>output) * stride);
  for (; output < outputCount; output++)
    addOne(rows, count, stride, slopes + ((<usize>output) << 2), slopeStride, gradients + (<usize>output) * stride);
}

/** Eight features by five outputs: as many sums as stay in registers. */
function addFive(rows: usize, count: i32, stride: usize, slopes: usize, slopeStride: usize, gradients: usize): void {
  const end = slopes + (<usize>count) * slopeStride;
  for (let at: usize = 0; at < stride; at += 32) {
    const g0 = gradients + at, g1 = g0 + stride, g2 = g1 + stride, g3 = g2 + stride, g4 = g3 + stride;
    let a0 = v128.load(g0), a1 = v128.load(g1), a2 = v128.load(g2), a3 = v128.load(g3), a4 = v128.load(g4);
    let b0 = v128.load(g0, 16), b1 = v128.load(g1, 16), b2 = v128.load(g2, 16), b3 = v128.load(g3, 16), b4 = v128.load(g4, 16);
    let from = rows + at;
    for (let slope = slopes; slope < end; slope += slopeStride) {
      const x = v128.load(from), y = v128.load(from, 16);
      let s = v128.load32_splat(slope);
      a0 = f32x4.add(a0, f32x4.mul(s, x));
      b0 = f32x4.add(b0, f32x4.mul(s, y));
      s = v128.load32_splat(slope, 4);
      a1 = f32x4.add(a1, f32x4.mul(s, x));
      b1 = f32x4.add(b1, f32x4.mul(s, y));
      s = v128.load32_splat(slope, 8);
      a2 = f32x4.add(a2, f32x4.mul(s, x));
      b2 = f32x4.add(b2, f32x4.mul(s, y));
      s = v128.load32_splat(slope, 12);
      a3 = f32x4.add(a3, f32x4.mul(s, x));
      b3 = f32x4.add(b3, f32x4.mul(s, y));
      s = v128.load32_splat(slope, 16);
      a4 = f32x4.add(a4, f32x4.mul(s, x));
      b4 = f32x4.add(b4, f32x4.mul(s, y));
      from += stride;
    }
    v128.store(g0, a0);
    v128.store(g0, b0, 16);
    v128.store(g1, a1);
    v128.store(g1, b1, 16);
    v128.store(g2, a2);
    v128.store(g2, b2, 16);
    v128.store(g3, a3);
    v128.store(g3, b3, 16);
    v128.store(g4, a4);
    v128.store(g4, b4, 16);
  }
}

function addOne(rows: usize, count: i32, stride: usize, slopes: usize, slopeStride: usize, gradients: usize): void {
  const end = slopes + (<usize>count) * slopeStride;
  for (let at: usize = 0; at < stride; at += 32) {
    let a = v128.load(gradients + at), b = v128.load(gradients + at, 16);
    let from = rows + at;
    for (let slope = slopes; slope < end; slope += slopeStride) {
      const s = v128.load32_splat(slope);
      a = f32x4.add(a, f32x4.mul(s, v128.load(from)));
      b = f32x4.add(b, f32x4.mul(s, v128.load(from, 16)));
      from += stride;
    }
    v128.store(gradients + at, a);
    v128.store(gradients + at, b, 16);
  }
}
