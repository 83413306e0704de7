import {
  backend,
  getBackend,
  getGradient,
  registerBackend,
  removeBackend,
  square,
  sum,
  tensor,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { useBackend } from './use-backend.ts';

describe('useBackend', () => {
  it('computes with all cores in Node, and with gradients', async () => {
    expect(await useBackend()).toEqual({ name: 'simd', note: null });
    expect(getBackend()).toBe('simd');
    const x = variable(tensor([1, 2, 3]));
    const { grads } = variableGrads(() => sum(square(x)), [x]);
    expect([...grads[x.name]!.dataSync()]).toEqual([2, 4, 6]);
    expect(getGradient('Conv2D')).toBeDefined();
  });

  it('takes as many threads as it is told', async () => {
    expect(await useBackend('simd', { threads: 1 })).toEqual({ name: 'simd', note: null });
    expect([...square(tensor([1, 2])).dataSync()]).toEqual([1, 4]);
    await expect(useBackend('simd', { threads: 0 })).rejects.toThrow(/simd: threads: expected 1..64, got 0/);
  });

  it('computes without wide vectors when it is told to', async () => {
    await useBackend('simd', { threads: 1, wideVectors: false });
    expect(backend()).toMatchObject({ hasWideVectors: false });
  });

  it('computes on the backend that it is told', async () => {
    expect(await useBackend('cpu')).toEqual({ name: 'cpu', note: null });
    expect(getBackend()).toBe('cpu');
  });

  it('says why a backend cannot be had', async () => {
    await expect(useBackend('webgl')).rejects.toThrow(
      /expected a backend of tfjs; webgl: .*tfjs-backend-webgl/,
    );
    await expect(useBackend('webgpu')).rejects.toThrow(expect.objectContaining({ code: 'E_BACKEND' }));
  });

  it('keeps to a backend that somebody else has registered', async () => {
    registerBackend('webgl', () => Promise.reject(new Error('no picture')));
    await expect(useBackend('webgl')).rejects.toThrow(/webgl: it does not start here/);
    removeBackend('webgl');
  });
});
