import type { ConvolutionFunctions } from './functions/convolution.ts';
import { CONVOLUTION_FUNCTIONS } from './functions/convolution.ts';
import type { DepthwiseFunctions } from './functions/depthwise.ts';
import { DEPTHWISE_FUNCTIONS } from './functions/depthwise.ts';
import type { GrayFunctions } from './functions/gray.ts';
import { GRAY_FUNCTIONS } from './functions/gray.ts';
import type { MathFunctions } from './functions/math.ts';
import { MATH_FUNCTIONS } from './functions/math.ts';
import type { ProductFunctions } from './functions/products.ts';
import { PRODUCT_FUNCTIONS } from './functions/products.ts';
import type { WinogradFunctions } from './functions/winograd.ts';
import { WINOGRAD_FUNCTIONS } from './functions/winograd.ts';

/** Every function of the module. Each takes its arguments and the range `begin..end` of items that it works on. */
export interface SimdFunctions
  extends MathFunctions,
    ProductFunctions,
    ConvolutionFunctions,
    WinogradFunctions,
    DepthwiseFunctions,
    GrayFunctions {}

export type SimdFunctionName = keyof SimdFunctions;

/** In the order in which commands number them. */
export const SIMD_FUNCTION_NAMES: readonly SimdFunctionName[] = [
  ...MATH_FUNCTIONS,
  ...PRODUCT_FUNCTIONS,
  ...CONVOLUTION_FUNCTIONS,
  ...WINOGRAD_FUNCTIONS,
  ...DEPTHWISE_FUNCTIONS,
  ...GRAY_FUNCTIONS,
];
