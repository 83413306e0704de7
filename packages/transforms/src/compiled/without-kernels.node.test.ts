import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('imageKernels', () => {
  it('are missing where there is no WebAssembly, and plain TypeScript gives the same pixels', async () => {
    const images = { data: Uint8Array.from({ length: 512 }, (_, pixel) => pixel * 7), shape: [2, 16, 16] };
    const steps = [
      { operation: 'random-rotation' },
      { operation: 'random-crop' },
      { operation: 'random-flip' },
      { operation: 'normalize' },
      { operation: 'random-erasing' },
    ] as const;
    const results = [];
    for (const available of [WebAssembly, undefined]) {
      vi.resetModules();
      vi.stubGlobal('WebAssembly', available);
      const compiled = await import('./image-kernels.ts');
      const { compose } = await import('../pipeline/compose.ts');
      expect(compiled.imageKernels() !== undefined).toBe(available !== undefined);
      results.push(await compose(steps).apply(images, { seed: 8 }));
    }
    expect(results[0]).toEqual(results[1]);
  });
});
