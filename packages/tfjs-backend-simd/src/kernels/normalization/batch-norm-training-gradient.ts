import type { TensorInfo } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireRows, rowParts } from './row-parts.ts';

type Inputs = Readonly<Record<'dy' | 'x' | 'y' | 'mean' | 'variance' | 'scale', TensorInfo>>;

/** Of `BatchNormTrainingGrad`: the gradients of x, scale and offset; with ReLU, `dy` counts where `y` is above 0. */
export const batchNormTrainingGradient: SimdKernel = {
  kernelName: 'BatchNormTrainingGrad',
  compute({ inputs, attrs, backend }) {
    const { dy, x, y, mean, variance, scale } = inputs as Inputs;
    const { epsilon, activation } = attrs as { readonly epsilon: number; readonly activation: string };
    requireRows('BatchNormTrainingGrad', { x, dy, y }, { mean, variance, scale });
    const { rows, channels, rowsPerPart, parts, spanBytes, ...work } = rowParts(x);
    const dx = backend.output(x.shape);
    const dScale = backend.output([channels]);
    const dOffset = backend.output([channels]);
    const isRelu = activation === 'relu' ? 1 : 0;
    const [gradient, from, output] = [backend.pointer(dy), backend.pointer(x), backend.pointer(y)];
    const means = backend.pointer(mean);
    backend.withScratch((2 * parts + 3) * spanBytes, (partials) => {
      const coefficients = partials + 2 * parts * spanBytes;
      backend.run(
        command(
          'normalizationSums',
          work.partWork,
          gradient,
          from,
          output,
          means,
          partials,
          rows,
          rowsPerPart,
          channels,
          isRelu,
        ),
        command(
          'normalizationSlopes',
          work.channelWork,
          partials,
          backend.pointer(variance),
          backend.pointer(scale),
          backend.pointer(dScale),
          backend.pointer(dOffset),
          coefficients,
          epsilon,
          rows,
          parts,
          channels,
        ),
        command(
          'normalizationGradient',
          work.rowWork,
          gradient,
          from,
          output,
          means,
          coefficients,
          backend.pointer(dx),
          channels,
          isRelu,
        ),
      );
    });
    return [dx, dScale, dOffset];
  },
};
