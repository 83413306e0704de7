/** Writes points in another order: point `i` becomes point `order[i]`. */
export function tsneShow(points: usize, order: usize, shown: usize, begin: i32, end: i32): void {
  for (let i = begin; i < end; i++) {
    const place = (<usize>load<i32>(order + ((<usize>i) << 2))) << 3;
    store<i64>(shown + place, load<i64>(points + ((<usize>i) << 3)));
  }
}

/** Least x and y, then greatest x and y, of the points of a call, in a slot per call. */
export function tsneBounds(points: usize, slots: usize, grain: i32, begin: i32, end: i32): void {
  let least = f32x4.splat(Infinity);
  let greatest = f32x4.splat(-Infinity);
  for (let i = begin; i < end; i++) {
    const point = v128.load64_splat(points + ((<usize>i) << 3));
    least = f32x4.min(least, point);
    greatest = f32x4.max(greatest, point);
  }
  v128.store(slots + ((<usize>(begin / grain)) << 4), v128.shuffle<i64>(least, greatest, 0, 2));
}
