import type { TensorInfo } from '@tensorflow/tfjs-core';
import { expect, it, onTestFinished } from 'vitest';
import type { SimdBackend } from '../backend/simd-backend.ts';
import { createSimdBackend } from '../index.ts';
import { randomInput } from '../testing/random-input.ts';
import { batchNormTraining } from './normalization/batch-norm-training.ts';
import { REDUCTION_KERNELS } from './reduction/reduce.ts';

const ADDRESSED_BYTES = 2 ** 32;
const COLUMNS = 80_000;

/** Takes memory in such pieces until there is none; it is never touched, so that no machine needs it. */
function takeAll(backend: SimdBackend, size: number): TensorInfo[] {
  const taken: TensorInfo[] = [];
  for (;;)
    try {
      taken.push(backend.output([size]));
    } catch {
      return taken;
    }
}

it('computes on the last bytes that pointers reach', async () => {
  const backend = await createSimdBackend({ threads: 1 });
  onTestFinished(() => backend.dispose());
  const room = backend.output([2 ** 22]);
  const tensorOf = (values: ArrayLike<number>, shape: number[]) =>
    backend.makeTensorInfo(shape, 'float32', Float32Array.from(values));
  const { values } = randomInput([2, COLUMNS], 1);
  takeAll(backend, 2 ** 26);
  const pieces = takeAll(backend, 2 ** 14);
  const x = tensorOf(values, [2, COLUMNS]);
  const pointerOf = (tensor: TensorInfo): number => {
    for (;;)
      try {
        return backend.pointer(tensor);
      } catch {
        backend.disposeData(pieces.pop()!.dataId);
      }
  };
  expect(pointerOf(x)).toBeGreaterThan(ADDRESSED_BYTES - 3 * 4 * COLUMNS);
  backend.disposeData(room.dataId);
  const sum = REDUCTION_KERNELS.find(({ kernelName }) => kernelName === 'Sum')!;
  const scale = tensorOf(new Float32Array(COLUMNS).fill(1), [COLUMNS]);
  const offset = tensorOf(new Float32Array(COLUMNS), [COLUMNS]);
  const results = (rows: TensorInfo) =>
    [
      sum.compute({ inputs: { x: rows }, attrs: { axis: 0 }, backend }),
      batchNormTraining.compute({
        inputs: { x: rows, scale, offset },
        attrs: { epsilon: 1, activation: 'linear' },
        backend,
      }),
    ]
      .flat()
      .map(({ dataId }) => backend.readSync(dataId));
  const last = results(x);
  expect(last[0]).toEqual(
    Float32Array.from({ length: COLUMNS }, (_, column) => values[column]! + values[column + COLUMNS]!),
  );
  const copy = tensorOf(values, [2, COLUMNS]);
  expect(backend.pointer(copy)).toBeLessThan(ADDRESSED_BYTES / 2);
  expect(results(copy)).toEqual(last);
});
