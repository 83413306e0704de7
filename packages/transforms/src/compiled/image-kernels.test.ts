import { describe, expect, it } from 'vitest';
import { IMAGE_KERNELS_WASM } from '../generated/image-kernels-wasm.ts';
import { imageKernels } from './image-kernels.ts';

describe('imageKernels', () => {
  it('are there, one for all', () => {
    expect(imageKernels()).toBeDefined();
    expect(imageKernels()).toBe(imageKernels());
  });

  it('are small enough to compile without waiting in every browser', () => {
    expect(atob(IMAGE_KERNELS_WASM).length).toBeLessThanOrEqual(4096);
  });
});
