import {
  add,
  engine,
  matMul,
  mean,
  memory,
  mul,
  relu,
  setBackend,
  tensor,
  tidy,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { registerGradients, type SimdBackend } from '../index.ts';

it('computes gradients of a small network, and leaves memory as it was', async () => {
  registerGradients();
  await setBackend('simd');
  const backend = engine().backend as SimdBackend;
  const w = variable(tensor([1, 2, 3, 4], [2, 2]));
  const before = { tensors: memory().numTensors, bytes: backend.allocatedBytes };
  tidy(() => {
    const x = tensor([1, -2, 3, 4], [2, 2]);
    const { grads, value } = variableGrads(() => mean(relu(matMul(x, w))));
    expect(value.dataSync()[0]).toBe((0 + 0 + 15 + 22) / 4);
    expect(Array.from(Object.values(grads)[0]!.dataSync())).toEqual([0.75, 0.75, 1, 1]);
    expect(Array.from(mul(add(x, 1), 2).dataSync())).toEqual([4, -2, 8, 10]);
  });
  expect(memory().numTensors).toBe(before.tensors);
  expect(backend.allocatedBytes).toBe(before.bytes);
  w.dispose();
});
