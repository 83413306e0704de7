import * as backend from '@fashion-mnist/tfjs-backend-simd';
import { getGradient, getKernel, getKernelsForBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

describe('the package', () => {
  it('exports exactly the documented names', () => {
    expect(Object.keys(backend).toSorted()).toEqual([
      'SimdBackendError',
      'createSimdBackend',
      'registerGradients',
      'registerSimdBackend',
    ]);
  });

  it('has a kernel for each of the cpu backend, and its own', () => {
    const cpu = getKernelsForBackend('cpu').map(({ kernelName }) => kernelName);
    expect(cpu.length).toBeGreaterThan(160);
    expect(cpu.filter((name) => getKernel(name, 'simd') == null)).toEqual([]);
    expect(getKernel('ReluGrad', 'simd')).toBeDefined();
  });

  it('brings the gradients that tfjs leaves out in Node, once', () => {
    const gradient = getGradient('Conv2D');
    expect(gradient).toBeDefined();
    backend.registerGradients();
    expect(getGradient('Conv2D')).toBe(gradient);
  });
});
