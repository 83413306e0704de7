import { concatenate } from '../layers/concatenate.ts';
import { convolution } from '../layers/convolution.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';

/** Options of a fire module. */
export interface FireOptions {
  /** Channels that the others are squeezed to. */
  readonly squeeze: number;
  /** Channels that the 1 × 1 and the 3 × 3 branch expand them to, each. */
  readonly expand: number;
}

/**
 * Few channels by a 1 × 1 convolution, then many by 1 × 1 and 3 × 3 convolutions beside each other.
 *
 * @see Iandola et al. 2016, "SqueezeNet", section 3.2.
 */
export function fire({ squeeze, expand }: FireOptions): Layer {
  const convolved = (filters: number, size: number): Layer =>
    convolution({ filters, size, activation: 'relu' });
  return sequence(convolved(squeeze, 1), concatenate(convolved(expand, 1), convolved(expand, 3)));
}
