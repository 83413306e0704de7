export {
  unaryAbs,
  unaryNeg,
  unaryReciprocal,
  unaryRsqrt,
  unarySqrt,
  unarySquare,
} from './arithmetic';
export { arithmetic } from './binary';
export { castBoolToFloat, castBoolToInt, castFloatToInt, castIntToFloat } from './cast';
export { comparison } from './comparison';
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
