import { sumF64 } from '../lanes';
import { dot } from '../subspace/vectors';

/**
 * Takes the columns before `start` out of a block of columns: every row from `start` on less the products with the
 * rows of the block. Items are rows, counted from `start`.
 */
export function gpReduceBlock(
  matrix: usize, size: i32, start: i32, width: i32, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>size) << 3;
  const block = matrix + (<usize>start) * rowBytes;
  const offset = (<usize>start) << 3;
  let row = begin;
  for (; row + 3 < end; row += 4) {
    const rows = block + (<usize>row) * rowBytes;
    let column = 0;
    for (; column + 1 < width; column += 2) {
      const to = rows + offset + ((<usize>column) << 3);
      subtractTile(rows, block + (<usize>column) * rowBytes, rowBytes, start, to);
    }
    if (column < width)
      for (let i: usize = 0; i < 4; i++) subtractDot(rows + i * rowBytes, block + (<usize>column) * rowBytes, start, column);
  }
  for (; row < end; row++)
    for (let column = 0; column < width; column++)
      subtractDot(block + (<usize>row) * rowBytes, block + (<usize>column) * rowBytes, start, column);
}

function subtractDot(row: usize, column: usize, length: i32, index: i32): void {
  const to = row + ((<usize>(length + index)) << 3);
  store<f64>(to, load<f64>(to) - dot(row, column, length));
}

/** Four rows by two. */
function subtractTile(rows: usize, columns: usize, rowBytes: usize, length: i32, to: usize): void {
  let s00 = f64x2.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  let a = rows, b = rows + rowBytes, c = b + rowBytes, d = c + rowBytes, x = columns, y = columns + rowBytes;
  for (const end = rows + ((<usize>(length & ~1)) << 3); a < end; a += 16) {
    const x0 = v128.load(x), y0 = v128.load(y);
    let v = v128.load(a); s00 = f64x2.add(s00, f64x2.mul(v, x0)); s01 = f64x2.add(s01, f64x2.mul(v, y0));
    v = v128.load(b); s10 = f64x2.add(s10, f64x2.mul(v, x0)); s11 = f64x2.add(s11, f64x2.mul(v, y0));
    v = v128.load(c); s20 = f64x2.add(s20, f64x2.mul(v, x0)); s21 = f64x2.add(s21, f64x2.mul(v, y0));
    v = v128.load(d); s30 = f64x2.add(s30, f64x2.mul(v, x0)); s31 = f64x2.add(s31, f64x2.mul(v, y0));
    b += 16; c += 16; d += 16; x += 16; y += 16;
  }
  let r0 = pairOf(s00, s01), r1 = pairOf(s10, s11), r2 = pairOf(s20, s21), r3 = pairOf(s30, s31);
  if ((length & 1) !== 0) {
    const last = f64x2.replace_lane(v128.load64_splat(x), 1, load<f64>(y));
    r0 = f64x2.add(r0, f64x2.mul(v128.load64_splat(a), last));
    r1 = f64x2.add(r1, f64x2.mul(v128.load64_splat(b), last));
    r2 = f64x2.add(r2, f64x2.mul(v128.load64_splat(c), last));
    r3 = f64x2.add(r3, f64x2.mul(v128.load64_splat(d), last));
  }
  v128.store(to, f64x2.sub(v128.load(to), r0));
  to += rowBytes;
  v128.store(to, f64x2.sub(v128.load(to), r1));
  to += rowBytes;
  v128.store(to, f64x2.sub(v128.load(to), r2));
  to += rowBytes;
  v128.store(to, f64x2.sub(v128.load(to), r3));
}

function pairOf(a: v128, b: v128): v128 {
  return f64x2.replace_lane(f64x2.splat(sumF64(a)), 1, sumF64(b));
}

/**
 * The factor's elements of rows in a reduced block of columns. The rows of the block itself come first and in one
 * piece; those below them need them. Items are rows, counted from `firstRow`.
 */
export function gpFactorBlock(
  matrix: usize, size: i32, start: i32, width: i32, pivots: usize, firstRow: i32, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>size) << 3;
  const block = matrix + (<usize>start) * rowBytes + ((<usize>start) << 3);
  for (let row = firstRow + begin; row < firstRow + end; row++) {
    const own = matrix + (<usize>row) * rowBytes + ((<usize>start) << 3);
    const inside = row - start;
    for (let column = 0; column < min(width, inside); column++) {
      const other = block + (<usize>column) * rowBytes;
      const at = own + ((<usize>column) << 3);
      store<f64>(at, (load<f64>(at) - dot(own, other, column)) / load<f64>(other + ((<usize>column) << 3)));
    }
    if (inside >= width) continue;
    const at = own + ((<usize>inside) << 3);
    const pivot = Math.sqrt(load<f64>(at) - dot(own, own, inside));
    store<f64>(at, pivot);
    store<f64>(pivots + ((<usize>row) << 3), pivot);
  }
}
