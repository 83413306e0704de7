import { concatenate } from '../layers/concatenate.ts';
import type { Layer } from '../layers/layer.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
import { normalizedConvolution } from './normalized-convolution.ts';

/** Filters of the branches of an inception module. */
export interface InceptionOptions {
  /** Of the 1 × 1 branch. */
  readonly one: number;
  /** Of the 3 × 3 branch: of its 1 × 1 reduction, and of itself. */
  readonly three: readonly [reduction: number, filters: number];
  /** Of the 5 × 5 branch: of its 1 × 1 reduction, and of itself. */
  readonly five: readonly [reduction: number, filters: number];
  /** Of the 1 × 1 convolution behind the pooling. */
  readonly pool: number;
}

/**
 * Windows of four sizes beside each other, with batch normalisation.
 *
 * @see Szegedy et al. 2015, "Going deeper with convolutions", figure 2 (b).
 */
export function inception({ one, three, five, pool }: InceptionOptions): Layer {
  const convolved = (filters: number, size: number): Layer => normalizedConvolution({ filters, size });
  return concatenate(
    convolved(one, 1),
    sequence(convolved(three[0], 1), convolved(three[1], 3)),
    sequence(convolved(five[0], 1), convolved(five[1], 5)),
    sequence(maxPooling({ size: 3, stride: 1, padding: 'same' }), convolved(pool, 1)),
  );
}
