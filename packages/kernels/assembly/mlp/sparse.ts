/**
 * Sums of multiples of rows. A list says which: pairs of the offset of a row in its panel, in bytes, and its factor.
 * Rows whose factor is 0, half of the pixels of most pictures, are not on the list.
 */
const PAIR_BYTES: usize = 8;
/** As many panels as keep their sums in registers. */
const PANELS_AT_ONCE: i32 = 4;

/** Puts a row on a list, unless its factor is 0, and returns where the list goes on. @param factor - Bits of a float32. */
export function append(list: usize, offset: usize, factor: u32): usize {
  store<u32>(list, offset);
  store<u32>(list, factor, 4);
  return list + ((<usize>(factor << 1 !== 0)) << 3);
}

/** Adds the sums to rows in each of some panels. The panels are `panelBytes` apart, the rows `toBytes`. */
export function addRows(
  list: usize, end: usize, panels: i32, panel: usize, panelBytes: usize, to: usize, toBytes: usize,
): void {
  let left = panels;
  for (; left >= PANELS_AT_ONCE; left -= PANELS_AT_ONCE) {
    addRowsOfFour(list, end, panel, panelBytes, to, toBytes);
    panel += panelBytes << 2;
    to += toBytes << 2;
  }
  for (; left > 0; left--) {
    addRowsOfOne(list, end, panel, to);
    panel += panelBytes;
    to += toBytes;
  }
}

function addRowsOfOne(list: usize, end: usize, panel: usize, to: usize): void {
  let a0 = v128.load(to), a1 = v128.load(to, 16);
  for (; list < end; list += PAIR_BYTES) {
    const row = panel + <usize>load<u32>(list);
    const factor = v128.load32_splat(list, 4);
    a0 = f32x4.add(a0, f32x4.mul(factor, v128.load(row)));
    a1 = f32x4.add(a1, f32x4.mul(factor, v128.load(row, 16)));
  }
  v128.store(to, a0); v128.store(to, a1, 16);
}

function addRowsOfFour(
  list: usize, end: usize, panel: usize, panelBytes: usize, to: usize, toBytes: usize,
): void {
  const second = panel + panelBytes, third = second + panelBytes, fourth = third + panelBytes;
  const toSecond = to + toBytes, toThird = toSecond + toBytes, toFourth = toThird + toBytes;
  let a0 = v128.load(to), a1 = v128.load(to, 16), b0 = v128.load(toSecond), b1 = v128.load(toSecond, 16);
  let c0 = v128.load(toThird), c1 = v128.load(toThird, 16), d0 = v128.load(toFourth), d1 = v128.load(toFourth, 16);
  for (; list < end; list += PAIR_BYTES) {
    const offset = <usize>load<u32>(list);
    const factor = v128.load32_splat(list, 4);
    let row = panel + offset;
    a0 = f32x4.add(a0, f32x4.mul(factor, v128.load(row)));
    a1 = f32x4.add(a1, f32x4.mul(factor, v128.load(row, 16)));
    row = second + offset;
    b0 = f32x4.add(b0, f32x4.mul(factor, v128.load(row)));
    b1 = f32x4.add(b1, f32x4.mul(factor, v128.load(row, 16)));
    row = third + offset;
    c0 = f32x4.add(c0, f32x4.mul(factor, v128.load(row)));
    c1 = f32x4.add(c1, f32x4.mul(factor, v128.load(row, 16)));
    row = fourth + offset;
    d0 = f32x4.add(d0, f32x4.mul(factor, v128.load(row)));
    d1 = f32x4.add(d1, f32x4.mul(factor, v128.load(row, 16)));
  }
  v128.store(to, a0); v128.store(to, a1, 16);
  v128.store(toSecond, b0); v128.store(toSecond, b1, 16);
  v128.store(toThird, c0); v128.store(toThird, c1, 16);
  v128.store(toFourth, d0); v128.store(toFourth, d1, 16);
}
