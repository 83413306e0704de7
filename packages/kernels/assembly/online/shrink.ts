/**
 * Moves weights `scale * w` towards 0 until each has received the penalty `total`, or is 0. `received` has what each
 * has received so far, negative what was taken from positive ones: never more than `total`.
 */
export function shrink(w: usize, received: usize, scale: f64, total: f64, rowBytes: usize): void {
  const signBit = f32x4.splat(-0.0), zero = f32x4.splat(0);
  const scales = f32x4.splat(<f32>scale), inverse = f32x4.splat(<f32>(1 / scale));
  const totals = f32x4.splat(<f32>total), least = f32x4.neg(totals);
  for (const end = w + rowBytes; w < end; w += 16, received += 16) {
    const weight = v128.load(w);
    const sign = v128.and(weight, signBit);
    const size = v128.xor(weight, sign);
    const before = v128.xor(v128.load(received), sign);
    const due = f32x4.mul(f32x4.add(totals, before), inverse);
    const left = f32x4.pmax(zero, f32x4.sub(size, due));
    const after = f32x4.pmax(least, f32x4.sub(before, f32x4.mul(size, scales)));
    v128.store(w, v128.xor(left, sign));
    v128.store(received, v128.xor(after, sign));
  }
}
