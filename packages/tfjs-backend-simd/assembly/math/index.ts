export {
  unaryAbs,
  unaryNeg,
  unaryReciprocal,
  unaryRsqrt,
  unarySqrt,
  unarySquare,
} from './arithmetic';
export {
  binaryAdd,
  binaryDivide,
  binaryEluGradient,
  binaryMaximum,
  binaryMinimum,
  binaryMultiply,
  binaryPrelu,
  binarySquaredDifference,
  binarySub,
} from './binary';
export { castBoolToFloat, castBoolToInt, castFloatToInt, castIntToFloat } from './cast';
export {
  compareEqual,
  compareGreater,
  compareGreaterEqual,
  compareLess,
  compareLessEqual,
  compareNotEqual,
} from './comparison';
export { seededDropout } from './dropout';
export {
  unaryClip,
  unaryElu,
  unaryLeakyRelu,
  unaryRelu,
  unaryRelu6,
  unarySelu,
  unaryStep,
} from './rectifiers';
export { reluGradient } from './relu';
export { selectValues } from './select';
export {
  unaryErf,
  unaryExp,
  unaryLog,
  unarySigmoid,
  unarySoftplus,
  unaryTanh,
} from './transcendental';
