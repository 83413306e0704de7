import type { BinaryFunctions } from './functions/binary.ts';
import { BINARY_FUNCTIONS } from './functions/binary.ts';
import type { LossFunctions } from './functions/losses.ts';
import { LOSS_FUNCTIONS } from './functions/losses.ts';
import type { MathFunctions } from './functions/math.ts';
import { MATH_FUNCTIONS } from './functions/math.ts';
import type { MovementFunctions } from './functions/movement.ts';
import { MOVEMENT_FUNCTIONS } from './functions/movement.ts';
import type { NormalizationFunctions } from './functions/normalization.ts';
import { NORMALIZATION_FUNCTIONS } from './functions/normalization.ts';
import type { PoolingFunctions } from './functions/pooling.ts';
import { POOLING_FUNCTIONS } from './functions/pooling.ts';
import type { ReductionFunctions } from './functions/reduction.ts';
import { REDUCTION_FUNCTIONS } from './functions/reduction.ts';
import type { UnaryFunctions } from './functions/unary.ts';
import { UNARY_FUNCTIONS } from './functions/unary.ts';
import type { UpdateFunctions } from './functions/updates.ts';
import { UPDATE_FUNCTIONS } from './functions/updates.ts';

/** Every function of the module. Each takes its arguments and the range `begin..end` of items that it works on. */
export interface SimdFunctions
  extends BinaryFunctions,
    LossFunctions,
    MathFunctions,
    MovementFunctions,
    NormalizationFunctions,
    PoolingFunctions,
    ReductionFunctions,
    UnaryFunctions,
    UpdateFunctions {}

export type SimdFunctionName = keyof SimdFunctions;

/** In the order in which commands number them. */
export const SIMD_FUNCTION_NAMES: readonly SimdFunctionName[] = [
  ...BINARY_FUNCTIONS,
  ...LOSS_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...MOVEMENT_FUNCTIONS,
  ...NORMALIZATION_FUNCTIONS,
  ...POOLING_FUNCTIONS,
  ...REDUCTION_FUNCTIONS,
  ...UNARY_FUNCTIONS,
  ...UPDATE_FUNCTIONS,
];
