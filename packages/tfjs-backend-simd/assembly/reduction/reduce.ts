import { storeLanes } from '../lanes';

@unmanaged
class Addition {
  @inline
  none(): v128 {
    return f32x4.splat(0);
  }

  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}

@unmanaged
class Maximum {
  @inline
  none(): v128 {
    return f32x4.splat(-Infinity);
  }

  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.max(a, b);
  }
}

@unmanaged
class Minimum {
  @inline
  none(): v128 {
    return f32x4.splat(Infinity);
  }

  @inline
  of(a: v128, b: v128): v128 {
    return f32x4.min(a, b);
  }
}

/**
 * Reduces blocks of `rows` rows of `columns` elements to one row for each part of a block, `rowsPerPart` rows or the
 * rest of them. Items are parts, `parts` of each block.
 */
// @ts-ignore: decorator
@inline
export function reduce<F>(
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  rowsPerPart: i32,
  parts: i32,
  scale: f32,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>columns) << 2;
  for (let item = begin; item < end; item++) {
    const block = item / parts;
    const firstRow = (item - block * parts) * rowsPerPart;
    const count = min(rowsPerPart, rows - firstRow);
    const from = x + (<usize>block * <usize>rows + <usize>firstRow) * rowBytes;
    const to = y + <usize>item * rowBytes;
    if (columns == 1) reduceLine<F>(from, to, count, scale);
    else reduceColumns<F>(from, to, count, columns, scale);
  }
}

function reduceLine<F>(from: usize, to: usize, count: i32, scale: f32): void {
  const operation = changetype<F>(<usize>0);
  let a = operation.none();
  let b = operation.none();
  let c = operation.none();
  let d = operation.none();
  let at = from;
  for (const end = from + ((<usize>(count & ~15)) << 2); at < end; at += 64) {
    a = operation.of(a, v128.load(at));
    b = operation.of(b, v128.load(at, 16));
    c = operation.of(c, v128.load(at, 32));
    d = operation.of(d, v128.load(at, 48));
  }
  a = operation.of(operation.of(a, b), operation.of(c, d));
  for (let rest = 0; rest < (count & 15); rest++)
    a = operation.of(a, f32x4.replace_lane(operation.none(), 0, load<f32>(at + ((<usize>rest) << 2))));
  a = operation.of(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  a = operation.of(a, v128.shuffle<f32>(a, a, 1, 0, 3, 2));
  store<f32>(to, f32x4.extract_lane(a, 0) * scale);
}

function reduceColumns<F>(from: usize, to: usize, rows: i32, columns: i32, scale: f32): void {
  const operation = changetype<F>(<usize>0);
  const factor = f32x4.splat(scale);
  const rowBytes = (<usize>columns) << 2;
  // Compared as a distance: a pointer behind the last row may be beyond all pointers.
  const byteLength = <usize>rows * rowBytes;
  let column = 0;
  for (; column + 16 <= columns; column += 16) {
    const offset = (<usize>column) << 2;
    let a = operation.none();
    let b = operation.none();
    let c = operation.none();
    let d = operation.none();
    for (let at = offset; at < byteLength; at += rowBytes) {
      a = operation.of(a, v128.load(from + at));
      b = operation.of(b, v128.load(from + at, 16));
      c = operation.of(c, v128.load(from + at, 32));
      d = operation.of(d, v128.load(from + at, 48));
    }
    v128.store(to + offset, f32x4.mul(a, factor));
    v128.store(to + offset, f32x4.mul(b, factor), 16);
    v128.store(to + offset, f32x4.mul(c, factor), 32);
    v128.store(to + offset, f32x4.mul(d, factor), 48);
  }
  for (; column < columns; column += 4) {
    const offset = (<usize>column) << 2;
    let a = operation.none();
    for (let at = offset; at < byteLength; at += rowBytes) a = operation.of(a, v128.load(from + at));
    storeLanes(to + offset, f32x4.mul(a, factor), columns - column);
  }
}

export function reduceSum(
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  rowsPerPart: i32,
  parts: i32,
  scale: f32,
  begin: i32,
  end: i32,
): void {
  reduce<Addition>(x, y, rows, columns, rowsPerPart, parts, scale, begin, end);
}

export function reduceMaximum(
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  rowsPerPart: i32,
  parts: i32,
  scale: f32,
  begin: i32,
  end: i32,
): void {
  reduce<Maximum>(x, y, rows, columns, rowsPerPart, parts, scale, begin, end);
}

export function reduceMinimum(
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  rowsPerPart: i32,
  parts: i32,
  scale: f32,
  begin: i32,
  end: i32,
): void {
  reduce<Minimum>(x, y, rows, columns, rowsPerPart, parts, scale, begin, end);
}
