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
  if (width < 8) finishColumns(tile, addresses, height, columnBytes, width, isFirst, isLast, bias, activation, slope);
  else if (isLast) finishRows(tile, addresses, height, columnBytes, isFirst, bias, activation, slope);
  else if (isFirst) copyRows(tile, addresses, height, columnBytes);
  else addRows(tile, addresses, height, columnBytes);
}

function copyRows(tile: usize, addresses: usize, height: i32, columnBytes: usize): void {
  for (let i = 0; i < height; i++) {
    const to = <usize>load<u32>(addresses) + columnBytes;
    const left = v128.load(tile), right = v128.load(tile, 16);
    v128.store(to, left);
    v128.store(to, right, 16);
    tile += 32;
    addresses += 16;
  }
}

function addRows(tile: usize, addresses: usize, height: i32, columnBytes: usize): void {
  for (let i = 0; i < height; i++) {
    const to = <usize>load<u32>(addresses) + columnBytes;
    const left = f32x4.add(v128.load(tile), v128.load(to));
    const right = f32x4.add(v128.load(tile, 16), v128.load(to, 16));
    v128.store(to, left);
    v128.store(to, right, 16);
    tile += 32;
    addresses += 16;
  }
}

function finishRows(
  tile: usize, addresses: usize, height: i32, columnBytes: usize,
  isFirst: bool, bias: usize, activation: i32, slope: f32,
): void {
  let leftBias = f32x4.splat(0), rightBias = f32x4.splat(0);
  if (bias !== 0) {
    leftBias = v128.load(bias);
    rightBias = v128.load(bias, 16);
  }
  for (let i = 0; i < height; i++) {
    const to = <usize>load<u32>(addresses) + columnBytes;
    let left = v128.load(tile), right = v128.load(tile, 16);
    if (!isFirst) {
      left = f32x4.add(left, v128.load(to));
      right = f32x4.add(right, v128.load(to, 16));
    }
    left = activate(f32x4.add(left, leftBias), activation, slope);
    right = activate(f32x4.add(right, rightBias), activation, slope);
    v128.store(to, left);
    v128.store(to, right, 16);
    tile += 32;
    addresses += 16;
  }
}

/** The same for fewer than eight columns. */
function finishColumns(
  tile: usize, addresses: usize, height: i32, columnBytes: usize, width: i32,
  isFirst: bool, isLast: bool, bias: usize, activation: i32, slope: f32,
): void {
  for (let half: usize = 0; half < (<usize>width) << 2; half += 16) {
    const columns = width - <i32>(half >> 2);
    const offset = isLast && bias !== 0 ? v128.load(bias + half) : f32x4.splat(0);
    let from = tile + half;
    let row = addresses;
    for (let i = 0; i < height; i++) {
      const to = <usize>load<u32>(row) + columnBytes + half;
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
