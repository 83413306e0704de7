type UnaryFunction = (x: number, y: number, begin: number, end: number) => void;
type UnaryFunctionOf1 = (x: number, y: number, a: number, begin: number, end: number) => void;
type UnaryFunctionOf2 = (x: number, y: number, a: number, b: number, begin: number, end: number) => void;

/** `y[i] = f(x[i])` of float32. Items are fours of elements; arrays have room for whole fours. */
export interface UnaryFunctions {
  readonly unaryAbs: UnaryFunction;
  /** Between the lowest value, `a`, and the highest, `b`. */
  readonly unaryClip: UnaryFunctionOf2;
  readonly unaryElu: UnaryFunction;
  /** To within 5e-7. */
  readonly unaryErf: UnaryFunction;
  /** To within 2 units in the last place. */
  readonly unaryExp: UnaryFunction;
  /** `a` is the slope below 0. */
  readonly unaryLeakyRelu: UnaryFunctionOf1;
  /** To within 2 units in the last place. */
  readonly unaryLog: UnaryFunction;
  readonly unaryNeg: UnaryFunction;
  readonly unaryReciprocal: UnaryFunction;
  readonly unaryRelu: UnaryFunction;
  readonly unaryRelu6: UnaryFunction;
  readonly unaryRsqrt: UnaryFunction;
  /** `a` is the scale, `b` the scale times alpha. */
  readonly unarySelu: UnaryFunctionOf2;
  readonly unarySigmoid: UnaryFunction;
  readonly unarySoftplus: UnaryFunction;
  readonly unarySqrt: UnaryFunction;
  readonly unarySquare: UnaryFunction;
  /** 1 above 0, `a` elsewhere. */
  readonly unaryStep: UnaryFunctionOf1;
  readonly unaryTanh: UnaryFunction;
}

export const UNARY_FUNCTIONS: readonly (keyof UnaryFunctions)[] = [
  'unaryAbs',
  'unaryClip',
  'unaryElu',
  'unaryErf',
  'unaryExp',
  'unaryLeakyRelu',
  'unaryLog',
  'unaryNeg',
  'unaryReciprocal',
  'unaryRelu',
  'unaryRelu6',
  'unaryRsqrt',
  'unarySelu',
  'unarySigmoid',
  'unarySoftplus',
  'unarySqrt',
  'unarySquare',
  'unaryStep',
  'unaryTanh',
];
