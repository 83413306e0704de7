import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { fours } from '../work.ts';
import { type Copy, planCopy } from './strided-copy.ts';

export interface CopiedTensor {
  readonly tensor: TensorInfo;
  readonly copy: Copy;
}

/**
 * A tensor of float32 or int32 that is put together of parts of others of its type, undefined where that is not compiled.
 *
 * @param background - What is between the parts, float32. @default they leave nothing
 */
export function copied(
  backend: SimdBackend,
  shape: readonly number[],
  parts: readonly CopiedTensor[],
  background?: number,
): TensorInfo | undefined {
  const plans = parts.map(({ copy }) => planCopy(copy));
  const dtype = parts[0]?.tensor.dtype;
  const size = util.sizeFromShape([...shape]);
  if ((dtype !== 'float32' && dtype !== 'int32') || plans.includes(undefined) || size === 0) return undefined;
  const y = backend.output(shape, dtype);
  const target = backend.pointer(y);
  backend.run(
    ...(background === undefined ? [] : [command('fill', fours(size), target, background)]),
    ...plans.flatMap(
      (plan, index) => plan?.(backend.pointer((parts[index] as CopiedTensor).tensor), target) ?? [],
    ),
  );
  return y;
}
