/** Copies of 32-bit words. Steps are in words. */
export interface MovementFunctions {
  /** Of a block `[outer, middle, lines, length]`, whose rows are contiguous in `y`. Items are rows. */
  copyRows(
    x: number,
    y: number,
    middle: number,
    lines: number,
    length: number,
    fromOuter: number,
    fromMiddle: number,
    fromLine: number,
    fromWord: number,
    toOuter: number,
    toMiddle: number,
    toLine: number,
    begin: number,
    end: number,
  ): void;
  /** Sets float32. Items are fours. */
  fill(y: number, value: number, begin: number, end: number): void;
  /** The row of each index, one of `rows` of each block of `x`. Items are rows of `y`, `count` of each block. */
  gatherRows(
    x: number,
    indices: number,
    y: number,
    rows: number,
    length: number,
    count: number,
    begin: number,
    end: number,
  ): void;
  /** Of matrices `[rows, columns]` of `y`, in blocks of `middle`. Items are strips of 16 rows of `y`. */
  transposeMatrices(
    x: number,
    y: number,
    middle: number,
    rows: number,
    columns: number,
    fromOuter: number,
    fromMiddle: number,
    fromColumn: number,
    toOuter: number,
    toMiddle: number,
    toRow: number,
    begin: number,
    end: number,
  ): void;
}

export const MOVEMENT_FUNCTIONS: readonly (keyof MovementFunctions)[] = [
  'copyRows',
  'fill',
  'gatherRows',
  'transposeMatrices',
];
