import { batchNormalization } from '../layers/batch-normalization.ts';
import { concatenate } from '../layers/concatenate.ts';
import { convolution } from '../layers/convolution.ts';
import { dualPath } from '../layers/dual-path.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { preActivationResidual } from './pre-activation-residual.ts';

/** Options of a stage of two paths. */
export interface DualPathStageOptions {
  /** Blocks of the stage, its first one counted. */
  readonly blocks: number;
  /** Channels of the residual path. */
  readonly residualChannels: number;
  /** Channels that each block puts behind the dense path, the first one twice as many. */
  readonly growth: number;
  /** Of the first block. @default 1 */
  readonly stride?: number;
}

/**
 * Blocks with a residual and a dense path, made of two 3 × 3 convolutions with pre-activation. The first one begins both
 * paths anew: a residual block beside a 3 × 3 convolution.
 *
 * @see Chen et al. 2017, "Dual path networks"; the blocks are those of https://github.com/Queequeg92/DualPathNet.
 */
export function dualPathStage({ blocks, residualChannels, growth, stride = 1 }: DualPathStageOptions): Layer {
  const filters = residualChannels + growth;
  const activated = batchNormalization({ activation: 'relu' });
  const branch = sequence(
    activated,
    convolution({ filters, size: 3, bias: false }),
    activated,
    convolution({ filters, size: 3, bias: false }),
  );
  return sequence(
    concatenate(
      preActivationResidual({ filters: residualChannels, stride, project: true }),
      convolution({ filters: 2 * growth, size: 3, stride, bias: false }),
    ),
    ...Array.from({ length: blocks - 1 }, () => dualPath({ residualChannels }, branch)),
  );
}
