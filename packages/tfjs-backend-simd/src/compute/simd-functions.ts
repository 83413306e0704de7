import { BINARY_FUNCTIONS, type BinaryFunctions } from './functions/binary.ts';
import { CONVOLUTION_FUNCTIONS, type ConvolutionFunctions } from './functions/convolution.ts';
import { DEPTHWISE_FUNCTIONS, type DepthwiseFunctions } from './functions/depthwise.ts';
import { GRAY_FUNCTIONS, type GrayFunctions } from './functions/gray.ts';
import { LOSS_FUNCTIONS, type LossFunctions } from './functions/losses.ts';
import { MATH_FUNCTIONS, type MathFunctions } from './functions/math.ts';
import { MOVEMENT_FUNCTIONS, type MovementFunctions } from './functions/movement.ts';
import { NORMALIZATION_FUNCTIONS, type NormalizationFunctions } from './functions/normalization.ts';
import { POOLING_FUNCTIONS, type PoolingFunctions } from './functions/pooling.ts';
import { PRODUCT_FUNCTIONS, type ProductFunctions } from './functions/products.ts';
import { REDUCTION_FUNCTIONS, type ReductionFunctions } from './functions/reduction.ts';
import { UNARY_FUNCTIONS, type UnaryFunctions } from './functions/unary.ts';
import { UPDATE_FUNCTIONS, type UpdateFunctions } from './functions/updates.ts';
import { WINOGRAD_FUNCTIONS, type WinogradFunctions } from './functions/winograd.ts';

/** Every function of the module. Each takes its arguments and the range `begin..end` of items that it works on. */
export interface SimdFunctions
  extends BinaryFunctions,
    ConvolutionFunctions,
    DepthwiseFunctions,
    GrayFunctions,
    LossFunctions,
    MathFunctions,
    MovementFunctions,
    NormalizationFunctions,
    PoolingFunctions,
    ProductFunctions,
    ReductionFunctions,
    UnaryFunctions,
    UpdateFunctions,
    WinogradFunctions {}

export type SimdFunctionName = keyof SimdFunctions;

/** In the order in which commands number them. */
export const SIMD_FUNCTION_NAMES: readonly SimdFunctionName[] = [
  ...BINARY_FUNCTIONS,
  ...CONVOLUTION_FUNCTIONS,
  ...DEPTHWISE_FUNCTIONS,
  ...GRAY_FUNCTIONS,
  ...LOSS_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...MOVEMENT_FUNCTIONS,
  ...NORMALIZATION_FUNCTIONS,
  ...POOLING_FUNCTIONS,
  ...PRODUCT_FUNCTIONS,
  ...REDUCTION_FUNCTIONS,
  ...UNARY_FUNCTIONS,
  ...UPDATE_FUNCTIONS,
  ...WINOGRAD_FUNCTIONS,
];
