/** In the order in which the module numbers them. */
export const ARITHMETIC_OPERATIONS = [
  'add',
  'divide',
  'eluGradient',
  'maximum',
  'minimum',
  'multiply',
  'prelu',
  'squaredDifference',
  'subtract',
] as const;

/** In the order in which the module numbers them. */
export const COMPARISON_OPERATIONS = [
  'equal',
  'greater',
  'greaterEqual',
  'less',
  'lessEqual',
  'notEqual',
] as const;

/**
 * `y = f(a, b)` with broadcasting. Items are rows of `inner` elements, the last one maybe shorter; row `r` is row
 * `r % middle` of block `r / middle`. Steps of `a` and `b` are in elements, 0 where they are broadcast.
 */
type BinaryFunction = (
  operation: number,
  a: number,
  b: number,
  y: number,
  size: number,
  inner: number,
  middle: number,
  aInner: number,
  aMiddle: number,
  aOuter: number,
  bInner: number,
  bMiddle: number,
  bOuter: number,
  begin: number,
  end: number,
) => void;

/** Functions of two arrays of float32. */
export interface BinaryFunctions {
  /** Float32 of an operation of `ARITHMETIC_OPERATIONS`. */
  readonly arithmetic: BinaryFunction;
  /** Bytes 1 and 0 of an operation of `COMPARISON_OPERATIONS`. */
  readonly comparison: BinaryFunction;
}

export const BINARY_FUNCTIONS: readonly (keyof BinaryFunctions)[] = ['arithmetic', 'comparison'];
