import { describe, expect, it } from 'vitest';
import { createCheckpoint } from './checkpoint.ts';

describe('createCheckpoint', () => {
  it('rejects with the reason of an aborted signal', async () => {
    const reason = new Error('enough');
    await expect(createCheckpoint(AbortSignal.abort(reason))()).rejects.toBe(reason);
  });

  it('lets timers run during a long computation, so that one of them can abort it', async () => {
    const controller = new AbortController();
    const checkpoint = createCheckpoint(controller.signal);
    setTimeout(() => controller.abort(new Error('by timer')), 0);
    const endlessWork = async () => {
      for (;;) await checkpoint();
    };
    await expect(endlessWork()).rejects.toThrow('by timer');
  });

  it('passes without a signal', async () => {
    await expect(createCheckpoint()()).resolves.toBeUndefined();
  });
});
