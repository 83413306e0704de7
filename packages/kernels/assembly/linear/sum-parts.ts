/** Sums of float32 parts in float64, part after part. Items are vectors of four. */
export function sumParts(parts: usize, partCount: i32, partLength: i32, sums: usize, begin: i32, end: i32): void {
  const partBytes = (<usize>partLength) << 2;
  for (let vector = begin; vector < end; vector++) {
    const at = (<usize>vector) << 4;
    let low = f64x2.splat(0), high = low;
    let from = parts + at;
    for (let part = 0; part < partCount; part++) {
      const values = v128.load(from);
      low = f64x2.add(low, f64x2.promote_low_f32x4(values));
      high = f64x2.add(high, f64x2.promote_low_f32x4(i8x16.shuffle(values, values, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)));
      from += partBytes;
    }
    v128.store(sums + at + at, low);
    v128.store(sums + at + at, high, 16);
  }
}
