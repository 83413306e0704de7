import { activate } from './activate';

/**
 * Takes a tile, `[6][8]`, to where its rows belong: adds it to what is there unless `isFirst`, and after the last
 * part of the inner index adds `bias` (of the tile's columns; 0 for none) and activates.
 *
 * @param addresses - Of each row's first column, 16 bytes apart.
 */
export function finishTile(
  tile: usize,
  addresses: usize,
  height: i32,
  columnBytes: usize,
  width: i32,
  isFirst: bool,
  isLast: bool,
  bias: usize,
  activation: i32,
  slope: f32,
): void {
  for (let half: usize = 0; half < (<usize>width) << 2; half += 16) {
    const columns = width - <i32>(half >> 2);
    const offset = isLast && bias !== 0 ? v128.load(bias + half) : f32x4.splat(0);
    let from = tile + half;
    let row = addresses;
    for (let i = 0; i < height; i++) {
      const to = <usize>load<i32>(row) + columnBytes + half;
      let value = v128.load(from);
      if (!isFirst) value = f32x4.add(value, v128.load(to));
      if (isLast) value = activate(f32x4.add(value, offset), activation, slope);
      if (columns >= 4) v128.store(to, value);
      else storeSome(to, value, columns);
      from += 32;
      row += 16;
    }
  }
}

/** The first one, two or three of four values: what comes after them may be another thread's. */
export function storeSome(to: usize, value: v128, count: i32): void {
  v128.store_lane<f32>(to, value, 0);
  if (count > 1) v128.store_lane<f32>(to, value, 1, 4);
  if (count > 2) v128.store_lane<f32>(to, value, 2, 8);
}
