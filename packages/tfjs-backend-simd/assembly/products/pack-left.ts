import { QUAD_BYTES } from '../tiles';
import { transposedQuad, transposeQuads } from './transpose-quads';

/** Where row `row` of packed rows begins: panels of six, each `quadCount` quads long. */
// @ts-ignore: decorator
@inline
export function packedRow(panels: usize, quadCount: i32, row: i32): usize {
  return panels + <usize>(row / 6) * <usize>quadCount * QUAD_BYTES + ((<usize>(row % 6)) << 4);
}

/** Rows that lie in memory as they are, `inner` values each; the last quad is filled up with zeros. */
export function packRows(from: usize, rowBytes: usize, rowCount: i32, inner: i32, panels: usize): void {
  const quadCount = (inner + 3) >> 2;
  const whole = inner >> 2;
  for (let row = 0; row < rowCount; row++) {
    let to = packedRow(panels, quadCount, row);
    let at = from + <usize>row * rowBytes;
    for (let quad = 0; quad < whole; quad++) {
      v128.store(to, v128.load(at));
      at += 16;
      to += QUAD_BYTES;
    }
    if (whole < quadCount) {
      v128.store(to, f32x4.splat(0));
      memory.copy(to, at, (<usize>(inner & 3)) << 2);
    }
  }
}

/** Rows that lie in memory as columns: value `k` of row `i` at `from + k * stepBytes + 4 * i`. */
export function packColumnsAsRows(from: usize, stepBytes: usize, rowCount: i32, inner: i32, panels: usize): void {
  const quadCount = (inner + 3) >> 2;
  for (let quad = 0; quad < quadCount; quad++) {
    const steps = min(4, inner - quad * 4);
    const first = from + ((<usize>quad) << 2) * stepBytes;
    for (let row = 0; row < rowCount; row += 4) {
      transposeQuads(first + ((<usize>row) << 2), stepBytes, steps);
      for (let i = row; i < min(row + 4, rowCount); i++)
        v128.store(packedRow(panels, quadCount, i) + <usize>quad * QUAD_BYTES, transposedQuad(i - row));
    }
  }
}

/** Zeros where the last panel has no rows. */
export function clearMissingRows(rowCount: i32, quadCount: i32, panels: usize): void {
  for (let row = rowCount; row % 6 !== 0; row++) {
    let to = packedRow(panels, quadCount, row);
    for (let quad = 0; quad < quadCount; quad++) {
      v128.store(to, f32x4.splat(0));
      to += QUAD_BYTES;
    }
  }
}
