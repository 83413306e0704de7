import { multiplyDoubles } from '../products/double-tiles';
import { scratch } from '../scratch';

/** The rows of a float64 matrix as panels of four, `[ceil(rowCount / 4)][columnCount][4]`, filled up with zeros. */
export function packVectorRows(
  matrix: usize, rowCount: i32, columnCount: i32, panels: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>columnCount) << 3;
  for (let panel = begin; panel < end; panel++) {
    const height = min(4, rowCount - 4 * panel);
    const first = matrix + (<usize>(4 * panel)) * rowBytes;
    const second = first + (<usize>min(1, height - 1)) * rowBytes;
    const third = first + (<usize>min(2, height - 1)) * rowBytes;
    const fourth = first + (<usize>min(3, height - 1)) * rowBytes;
    let to = panels + (<usize>(4 * panel)) * rowBytes;
    for (let at: usize = 0; at < rowBytes; at += 8, to += 32) {
      store<f64>(to, load<f64>(first + at));
      store<f64>(to, height > 1 ? load<f64>(second + at) : 0, 8);
      store<f64>(to, height > 2 ? load<f64>(third + at) : 0, 16);
      store<f64>(to, height > 3 ? load<f64>(fourth + at) : 0, 24);
    }
  }
}

/** The columns of a float64 matrix as panels of four, `[ceil(columnCount / 4)][rowCount][4]`, filled up with zeros. */
export function packVectorColumns(
  matrix: usize, rowCount: i32, columnCount: i32, panels: usize, begin: i32, end: i32,
): void {
  for (let panel = begin; panel < end; panel++) {
    const width = <usize>min(4, columnCount - 4 * panel);
    let from = matrix + ((<usize>panel) << 5);
    let to = panels + (((<usize>panel) * (<usize>rowCount)) << 5);
    for (let row = 0; row < rowCount; row++) {
      if (width === 4) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      } else {
        for (let i: usize = 0; i < 4; i++) store<f64>(to + (i << 3), i < width ? load<f64>(from + (i << 3)) : 0);
      }
      from += (<usize>columnCount) << 3;
      to += 32;
    }
  }
}

/** The product of packed rows with packed columns, row-major. Items are panels of columns. */
export function multiplyPanels(
  rows: usize, rowCount: i32, inner: i32, columns: usize, columnCount: i32, product: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>inner) << 5;
  const rowBytes = (<usize>columnCount) << 3;
  for (let panel = begin; panel < end; panel++) {
    const right = columns + (<usize>panel) * panelBytes;
    const width = <usize>min(4, columnCount - 4 * panel);
    for (let row = 0; row < rowCount; row += 4) {
      multiplyDoubles(rows + (<usize>(row >> 2)) * panelBytes, right, inner, scratch);
      const to = product + (<usize>row) * rowBytes + ((<usize>panel) << 5);
      const height = <usize>min(4, rowCount - row);
      for (let i: usize = 0; i < height; i++) memory.copy(to + i * rowBytes, scratch + (i << 5), width << 3);
    }
  }
}
