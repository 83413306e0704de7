import { activation } from '../layers/activation.ts';
import { identity } from '../layers/identity.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import { normalizedConvolution } from './normalized-convolution.ts';

/** Options of a residual block. */
export interface ResidualOptions {
  /** Of the 3 × 3 convolutions. */
  readonly filters: number;
  /** Of the first 3 × 3 convolution and of the shortcut. @default 1 */
  readonly stride?: number;
  /** Whether the shortcut is a 1 × 1 convolution: where the stride or the number of channels changes. @default false */
  readonly project?: boolean;
}

/**
 * Two 3 × 3 convolutions with batch normalisation beside a shortcut, then ReLU.
 *
 * @see He, Zhang, Ren & Sun 2016, "Deep residual learning for image recognition", figure 5 left.
 */
export function residual({ filters, stride = 1, project = false }: ResidualOptions): Layer {
  return joined(
    project ? projection(filters, stride) : identity(),
    normalizedConvolution({ filters, size: 3, stride }),
    normalizedConvolution({ filters, size: 3, activation: 'linear' }),
  );
}

/**
 * Convolutions of 1 × 1, 3 × 3 and 1 × 1 with batch normalisation beside a shortcut, then ReLU. It gives four times as many
 * channels as its 3 × 3 convolution has filters.
 *
 * @see He, Zhang, Ren & Sun 2016, "Deep residual learning for image recognition", figure 5 right; with the stride at the
 * 3 × 3 convolution, as in torchvision.
 */
export function bottleneckResidual({ filters, stride = 1, project = false }: ResidualOptions): Layer {
  return joined(
    project ? projection(4 * filters, stride) : identity(),
    normalizedConvolution({ filters, size: 1 }),
    normalizedConvolution({ filters, size: 3, stride }),
    normalizedConvolution({ filters: 4 * filters, size: 1, activation: 'linear' }),
  );
}

function joined(shortcut: Layer, ...branch: readonly Layer[]): Layer {
  return sequence(sum(shortcut, sequence(...branch)), activation({ function: 'relu' }));
}

function projection(filters: number, stride: number): Layer {
  return normalizedConvolution({ filters, size: 1, stride, activation: 'linear' });
}
