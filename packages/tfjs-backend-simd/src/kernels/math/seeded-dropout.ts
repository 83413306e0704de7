import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { fours } from '../work.ts';

const LARGEST_UINT32 = 2 ** 32 - 1;

/** Of `SeededDropout`: which elements drop depends on the seed and their place alone. */
export const seededDropout: SimdKernel = {
  kernelName: 'SeededDropout',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    requireFloat32('SeededDropout', x.shape, { x });
    const { rate, seed } = attrs as { readonly rate: number; readonly seed: number };
    const y = backend.output(x.shape);
    const threshold = Math.min(LARGEST_UINT32, Math.floor(rate * 2 ** 32));
    const work = fours(util.sizeFromShape(x.shape));
    const keep = 1 - rate;
    backend.run(
      command('seededDropout', work, backend.pointer(x), backend.pointer(y), lowBias(seed), threshold, keep),
    );
    return y;
  },
};

/** @see Wellons, "Prospecting for Hash Functions" (2018): lowbias32. */
function lowBias(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
