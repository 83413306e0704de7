import { type OptionRule, oneOf } from '@fashion-mnist/core';
import { elu, relu6, sigmoid, type Tensor } from '@tensorflow/tfjs-core';
import { relu } from './relu.ts';

/** Activations that go with a convolution or a product of matrices in one pass. */
export type FusedActivation = 'linear' | 'relu' | 'relu6' | 'elu' | 'sigmoid';

/** The rule of such an activation. */
export const fusedActivationRule: OptionRule<FusedActivation> = oneOf<FusedActivation>('linear', [
  'linear',
  'relu',
  'relu6',
  'elu',
  'sigmoid',
]);

/** The activation alone. */
export function applyFusedActivation(x: Tensor, activation: FusedActivation): Tensor {
  if (activation === 'linear') return x;
  return { relu, relu6, elu, sigmoid }[activation](x);
}
