import { getBackend, square, tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { currentPlatform } from './platform.ts';
import { useBackend } from './use-backend.ts';

describe.runIf(currentPlatform() === 'page')('useBackend in a page', () => {
  it('says why it computes on the cpu, when the packages of faster backends are missing', async () => {
    const { name, note } = await useBackend();
    expect(name).toBe('cpu');
    expect(getBackend()).toBe('cpu');
    expect(note).toMatch(/^webgpu: .+; webgl: .+/);
  });

  it('computes with simd when it is told to, and says that the page stands still', async () => {
    expect(await useBackend('simd')).toEqual({
      name: 'simd',
      note: 'the page stands still while it computes: use it in a worker',
    });
    expect(getBackend()).toBe('simd');
    expect([...square(tensor([1, 2])).dataSync()]).toEqual([1, 4]);
  });
});
