import type { TensorInfo } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireRows, rowParts } from './row-parts.ts';

/** Of `BatchNormTraining`: x normalised by the moments of the batch, these means, and these biased variances. */
export const batchNormTraining: SimdKernel = {
  kernelName: 'BatchNormTraining',
  compute({ inputs, attrs, backend }) {
    const { x, scale, offset } = inputs as Readonly<Record<'x' | 'scale' | 'offset', TensorInfo>>;
    const { epsilon, activation } = attrs as { readonly epsilon: number; readonly activation: string };
    requireRows('BatchNormTraining', { x }, { scale, offset });
    const { rows, channels, rowsPerPart, parts, spanBytes, ...work } = rowParts(x);
    const y = backend.output(x.shape);
    const mean = backend.output([channels]);
    const variance = backend.output([channels]);
    const [from, to] = [backend.pointer(x), backend.pointer(y)];
    const [means, variances] = [backend.pointer(mean), backend.pointer(variance)];
    const [scales, offsets] = [backend.pointer(scale), backend.pointer(offset)];
    const isRelu = activation === 'relu' ? 1 : 0;
    backend.withScratch((2 * parts + 1) * spanBytes, (partials) => {
      const factors = partials + 2 * parts * spanBytes;
      backend.run(
        command('momentsOfParts', work.partWork, from, partials, rows, rowsPerPart, channels),
        command(
          'momentsOfChannels',
          work.channelWork,
          partials,
          means,
          variances,
          rows,
          rowsPerPart,
          channels,
        ),
        command(
          'normalizationFactors',
          { total: channels, grain: channels },
          scales,
          variances,
          epsilon,
          factors,
        ),
        command('normalize', work.rowWork, from, to, means, factors, offsets, channels, isRelu),
      );
    });
    return [y, mean, variance];
  },
};
