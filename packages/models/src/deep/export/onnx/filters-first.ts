import { type Tensor, tensor } from '@tensorflow/tfjs-core';

/**
 * A kernel `[height, width, channels, filters]` in the order of ONNX, `[filters, channels, height, width]`: tfjs' cpu
 * backend takes seconds to transpose a large one.
 */
export function filtersFirst(kernel: Tensor): Tensor {
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  const pixelCount = height * width;
  const weights = kernel.dataSync<'float32'>();
  const turned = new Float32Array(weights.length);
  let at = 0;
  for (let pixel = 0; pixel < pixelCount; pixel++)
    for (let channel = 0; channel < channels; channel++)
      for (let filter = 0; filter < filters; filter++)
        turned[(filter * channels + channel) * pixelCount + pixel] = weights[at++]!;
  return tensor(turned, [filters, channels, height, width]);
}
