import { getBackend } from '@tensorflow/tfjs-core';
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

  it('does not let the page wait for threads', async () => {
    await expect(useBackend('simd')).rejects.toThrow(
      /the main thread of a page may not wait .* use it in a worker/,
    );
  });
});
