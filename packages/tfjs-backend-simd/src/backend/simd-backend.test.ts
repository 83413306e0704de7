import '../index.ts';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSimdBackend } from './create-simd-backend.ts';
import { registerSimdBackend } from './register-simd-backend.ts';
import type { SimdBackend } from './simd-backend.ts';

const simd = () => tf.engine().backend as SimdBackend;
const valuesOf = (tensor: tf.Tensor) => Array.from(tensor.dataSync());

beforeEach(async () => {
  await tf.setBackend('simd');
  tf.engine().startScope();
});
afterEach(() => tf.engine().endScope());

describe('the backend', () => {
  it('computes gradients of a small network, and leaves memory as it was', () => {
    const w = tf.variable(tf.tensor([1, 2, 3, 4], [2, 2]));
    const differentiate = () =>
      tf.tidy(() => {
        const x = tf.tensor([1, -2, 3, 4], [2, 2]);
        const { grads, value } = tf.variableGrads(() => tf.mean(tf.relu(tf.matMul(x, w))));
        return { value: valuesOf(value), gradient: valuesOf(Object.values(grads)[0]!) };
      });
    differentiate();
    const before = { tensors: tf.memory().numTensors, bytes: simd().allocatedBytes };
    expect(differentiate()).toEqual({ value: [(0 + 0 + 15 + 22) / 4], gradient: [0.75, 0.75, 1, 1] });
    expect({ tensors: tf.memory().numTensors, bytes: simd().allocatedBytes }).toEqual(before);
    w.dispose();
  });

  it('counts bytes as they are', () => {
    const before = tf.memory();
    const x = tf.zeros([100, 10]);
    const y = tf.zeros([100], 'bool');
    expect(tf.memory().numBytes - before.numBytes).toBe(4100);
    simd().pointer(x);
    simd().pointer(y);
    const { unreliable, allocatedBytes, reservedBytes } = simd().memory();
    expect(unreliable).toBe(false);
    expect(allocatedBytes).toBeGreaterThanOrEqual(4100);
    expect(reservedBytes).toBeGreaterThan(allocatedBytes);
    tf.dispose([x, y]);
    expect(simd().allocatedBytes).toBe(0);
  });

  it('gives copies of values, which stay as they are', async () => {
    const x = tf.tensor([1, 2, 3]);
    const early = x.dataSync();
    const pointer = simd().pointer(x);
    const late = await x.data();
    early[0] = late[1] = 9;
    expect(valuesOf(x)).toEqual([1, 2, 3]);
    x.dispose();
    const y = tf.tensor([7, 8, 9]);
    expect(simd().pointer(y)).toBe(pointer);
    expect(Array.from(late)).toEqual([1, 9, 3]);
    y.dispose();
  });

  it('holds strings and complex numbers, which the shared memory does not', () => {
    const words = tf.tensor(['a', 'ü', '名前'], [3], 'string');
    expect(tf.slice(words, [1], [2]).dataSync()).toEqual(['ü', '名前']);
    const numbers = tf.complex([1, 2], [3, -4]);
    expect(valuesOf(tf.mul(numbers, numbers))).toEqual([-8, 6, -12, -16]);
    expect(valuesOf(tf.abs(numbers))).toEqual([Math.fround(Math.hypot(1, 3)), Math.fround(Math.hypot(2, 4))]);
    expect(() => simd().pointer(words)).toThrow('tensors of string have no place');
  });

  it('knows how many tensors share data', () => {
    const x = tf.tensor([1, 2]);
    const [y, z] = [tf.reshape(x, [2, 1]), tf.clone(x)];
    expect(simd().refCount(x.dataId)).toBe(3);
    const pointer = simd().pointer(y);
    x.dispose();
    expect(simd().pointer(z)).toBe(pointer);
    expect(valuesOf(z)).toEqual([1, 2]);
    tf.dispose([y, z]);
    expect(simd().refCount(x.dataId)).toBe(0);
    expect(simd().allocatedBytes).toBe(0);
  });

  it('converts where a cast changes bytes', () => {
    const throughMemory = (dy: tf.Tensor) =>
      valuesOf(tf.engine().runKernel('ReluGrad', { dy, y: tf.ones(dy.shape) }));
    expect(throughMemory(tf.cast(tf.tensor([1, 2, -3], [3], 'int32'), 'float32'))).toEqual([1, 2, -3]);
    expect(throughMemory(tf.cast(tf.tensor([true, false], [2], 'bool'), 'float32'))).toEqual([1, 0]);
  });

  it('takes tensors over from other backends, and hands its own on', async () => {
    const before = simd().numDataIds();
    const mine = tf.tensor([1, 2]);
    const copy = tf.clone(mine);
    simd().pointer(mine);
    await tf.setBackend('cpu');
    const theirs = tf.tensor([3, 4]);
    const complex = tf.complex([1, 2], [3, 4]);
    expect(valuesOf(tf.add(mine, theirs))).toEqual([4, 6]);
    await tf.setBackend('simd');
    expect(simd().allocatedBytes).toBe(0);
    tf.tidy(() => {
      expect(valuesOf(tf.mul(copy, theirs))).toEqual([3, 8]);
      expect(valuesOf(tf.add(complex, complex))).toEqual([2, 6, 4, 8]);
      expect(valuesOf(tf.imag(complex))).toEqual([3, 4]);
    });
    tf.dispose([mine, copy, theirs, complex]);
    expect(simd().numDataIds()).toBe(before);
  });

  it('tells times and profiles', async () => {
    const { kernelMs, wallMs } = await tf.time(() => tf.matMul(tf.ones([64, 64]), tf.ones([64, 64])));
    expect(kernelMs).toBeGreaterThan(0);
    expect(wallMs).toBeGreaterThanOrEqual(kernelMs as number);
    const { kernels, kernelNames, newTensors } = await tf.profile(() => tf.relu(tf.square([1, 2])));
    expect(kernelNames.toSorted()).toEqual(['Relu', 'Square']);
    expect(newTensors).toBe(2);
    for (const { kernelTimeMs } of kernels) expect(await kernelTimeMs).toBeGreaterThanOrEqual(0);
  });
});

describe('the backend as an option', () => {
  it('computes with as many threads as asked for', async () => {
    for (const threads of [3, 1]) {
      registerSimdBackend({ threads });
      expect(await tf.setBackend('simd')).toBe(true);
      expect(simd().threads).toBe(threads);
      expect(valuesOf(tf.add([1], [2]))).toEqual([3]);
    }
    registerSimdBackend();
  });

  it.each([0, 65, 1.5])('refuses %s threads before it starts', async (threads) => {
    const refusal = expect.objectContaining({ name: 'SimdBackendError', code: 'E_OPTION' });
    expect(() => registerSimdBackend({ threads })).toThrow(refusal);
    await expect(createSimdBackend({ threads })).rejects.toEqual(refusal);
    expect(await tf.setBackend('simd')).toBe(true);
  });

  it('says what is missing where WebAssembly has no vectors', async () => {
    const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    await expect(createSimdBackend()).rejects.toMatchObject({ name: 'SimdBackendError', code: 'E_PLATFORM' });
    validate.mockRestore();
  });

  it('is one thread in a page that is not isolated', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    const backend = await createSimdBackend({ threads: 4 });
    expect(backend.threads).toBe(1);
    backend.dispose();
    vi.unstubAllGlobals();
  });

  it('starts again after it was removed', async () => {
    const first = simd();
    registerSimdBackend({ threads: 2 });
    await tf.setBackend('simd');
    expect(simd()).not.toBe(first);
    expect(() => first.run()).toThrow(expect.objectContaining({ code: 'E_WORKER' }));
    expect(valuesOf(tf.square([3]))).toEqual([9]);
  });
});
