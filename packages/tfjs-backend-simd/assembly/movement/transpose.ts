/** Rows of y that an item writes. */
const STRIP_ROWS: i32 = 16;

/**
 * Transposes matrices of 32-bit words: word `column` of row `row` of y is word `row` of row `column` of x, the words of
 * a row being neighbours in both. Matrices lie in blocks of `middle`; steps are in words. Items are strips of
 * `STRIP_ROWS` rows of y.
 */
export function transposeMatrices(
  x: usize,
  y: usize,
  middle: i32,
  rows: i32,
  columns: i32,
  fromOuter: i32,
  fromMiddle: i32,
  fromColumn: i32,
  toOuter: i32,
  toMiddle: i32,
  toRow: i32,
  begin: i32,
  end: i32,
): void {
  const strips = (rows + STRIP_ROWS - 1) / STRIP_ROWS;
  for (let item = begin; item < end; item++) {
    const matrix = item / strips;
    const firstRow = (item - matrix * strips) * STRIP_ROWS;
    const block = matrix / middle;
    const line = matrix - block * middle;
    transposeStrip(
      x + ((<usize>(block * fromOuter + line * fromMiddle + firstRow)) << 2),
      y + ((<usize>(block * toOuter + line * toMiddle + firstRow * toRow)) << 2),
      min(STRIP_ROWS, rows - firstRow),
      columns,
      (<usize>fromColumn) << 2,
      (<usize>toRow) << 2,
    );
  }
}

function transposeStrip(x: usize, y: usize, rows: i32, columns: i32, fromBytes: usize, toBytes: usize): void {
  const wholeColumns = columns & ~3;
  for (let column = 0; column < wholeColumns; column += 4)
    for (let row = 0; row < rows; row += 4)
      transposeFour(
        x + <usize>column * fromBytes + ((<usize>row) << 2),
        y + <usize>row * toBytes + ((<usize>column) << 2),
        rows - row,
        fromBytes,
        toBytes,
      );
  for (let column = wholeColumns; column < columns; column++)
    for (let row = 0; row < rows; row++)
      store<u32>(
        y + <usize>row * toBytes + ((<usize>column) << 2),
        load<u32>(x + <usize>column * fromBytes + ((<usize>row) << 2)),
      );
}

// @ts-ignore: decorator
@inline
export function transposeFour(x: usize, y: usize, rows: i32, fromBytes: usize, toBytes: usize): void {
  const a = v128.load(x);
  const b = v128.load(x + fromBytes);
  const c = v128.load(x + 2 * fromBytes);
  const d = v128.load(x + 3 * fromBytes);
  const lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(y, v128.shuffle<f32>(lowAB, lowCD, 0, 1, 4, 5));
  if (rows > 1) v128.store(y + toBytes, v128.shuffle<f32>(lowAB, lowCD, 2, 3, 6, 7));
  if (rows > 2) v128.store(y + 2 * toBytes, v128.shuffle<f32>(highAB, highCD, 0, 1, 4, 5));
  if (rows > 3) v128.store(y + 3 * toBytes, v128.shuffle<f32>(highAB, highCD, 2, 3, 6, 7));
}
