/**
 * `y = f(a, b)` with broadcasting. Items are rows of `inner` elements, the last one maybe shorter; row `r` is row
 * `r % middle` of block `r / middle`. Steps of `a` and `b` are in elements, 0 where they are broadcast.
 */
type BinaryFunction = (
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

/** Functions of two arrays of float32: `binary…` make float32, `compare…` bytes 1 and 0. */
export interface BinaryFunctions {
  readonly binaryAdd: BinaryFunction;
  readonly binaryDivide: BinaryFunction;
  /** `a` is the gradient of the output `b`. */
  readonly binaryEluGradient: BinaryFunction;
  readonly binaryMaximum: BinaryFunction;
  readonly binaryMinimum: BinaryFunction;
  readonly binaryMultiply: BinaryFunction;
  /** `b` is the slope below 0. */
  readonly binaryPrelu: BinaryFunction;
  readonly binarySquaredDifference: BinaryFunction;
  readonly binarySub: BinaryFunction;
  readonly compareEqual: BinaryFunction;
  readonly compareGreater: BinaryFunction;
  readonly compareGreaterEqual: BinaryFunction;
  readonly compareLess: BinaryFunction;
  readonly compareLessEqual: BinaryFunction;
  readonly compareNotEqual: BinaryFunction;
}

export const BINARY_FUNCTIONS: readonly (keyof BinaryFunctions)[] = [
  'binaryAdd',
  'binaryDivide',
  'binaryEluGradient',
  'binaryMaximum',
  'binaryMinimum',
  'binaryMultiply',
  'binaryPrelu',
  'binarySquaredDifference',
  'binarySub',
  'compareEqual',
  'compareGreater',
  'compareGreaterEqual',
  'compareLess',
  'compareLessEqual',
  'compareNotEqual',
];
