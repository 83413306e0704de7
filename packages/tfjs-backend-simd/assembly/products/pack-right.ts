import { transposedQuad, transposeQuads } from './transpose-quads';

/**
 * `width` columns of rows in memory, as panels of eight, `[ceil(width / 8)][inner][8]`, filled up with zeros. All panels
 * at once, because neighbours share cache lines and pages.
 */
export function packColumns(
  from: usize,
  rowBytes: usize,
  inner: i32,
  width: i32,
  panelBytes: usize,
  panels: usize,
): void {
  const whole = width & ~7;
  for (let k = 0; k < inner; k++) {
    let to = panels;
    let at = from;
    for (let column = 0; column < whole; column += 8) {
      v128.store(to, v128.load(at));
      v128.store(to, v128.load(at, 16), 16);
      at += 32;
      to += panelBytes;
    }
    if (whole < width) {
      v128.store(to, f32x4.splat(0));
      v128.store(to, f32x4.splat(0), 16);
      memory.copy(to, at, (<usize>(width - whole)) << 2);
    }
    from += rowBytes;
    panels += 32;
  }
}

/** Columns that lie in memory as rows: value `k` of column `j` at `from + j * columnBytes + 4 * k`. */
export function packRowsAsColumns(
  from: usize,
  columnBytes: usize,
  inner: i32,
  width: i32,
  panelBytes: usize,
  panels: usize,
): void {
  for (let column = 0; column < ((width + 7) & ~7); column += 4) {
    const columns = width - column;
    const panel = panels + <usize>(column >> 3) * panelBytes + ((<usize>(column & 4)) << 2);
    for (let k = 0; k < inner; k += 4) {
      transposeQuads(from + <usize>column * columnBytes + ((<usize>k) << 2), columnBytes, columns);
      const to = panel + ((<usize>k) << 5);
      const steps = min(4, inner - k);
      for (let i = 0; i < steps; i++) v128.store(to + ((<usize>i) << 5), transposedQuad(i));
    }
  }
}

/** Zeros up to a whole quad of the inner index. */
export function clearMissingSteps(inner: i32, panelCount: i32, panelBytes: usize, panels: usize): void {
  const first = (<usize>inner) << 5;
  for (let panel = 0; panel < panelCount; panel++)
    memory.fill(panels + <usize>panel * panelBytes + first, 0, panelBytes - first);
}
