/**
 * Reduces blocks of `rows` rows of `columns` elements to one row, times `scale`, for each part of a block: `rowsPerPart`
 * rows or the rest of them. Items are parts, `parts` of each block.
 */
type ReduceFunction = (
  x: number,
  y: number,
  rows: number,
  columns: number,
  rowsPerPart: number,
  parts: number,
  scale: number,
  begin: number,
  end: number,
) => void;

/** Functions of many elements. */
export interface ReductionFunctions {
  /** The row of the first maximum in each column of blocks of rows, as int32. Items are columns. */
  argMaximum(x: number, y: number, rows: number, columns: number, begin: number, end: number): void;
  readonly reduceMaximum: ReduceFunction;
  readonly reduceMinimum: ReduceFunction;
  readonly reduceSum: ReduceFunction;
  /** The softmax of each row. Items are rows. */
  softmax(logits: number, y: number, classes: number, begin: number, end: number): void;
}

export const REDUCTION_FUNCTIONS: readonly (keyof ReductionFunctions)[] = [
  'argMaximum',
  'reduceMaximum',
  'reduceMinimum',
  'reduceSum',
  'softmax',
];
