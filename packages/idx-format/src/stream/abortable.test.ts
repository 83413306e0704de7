import { describe, expect, it, vi } from 'vitest';
import { abortable } from './abortable.ts';

const never = new Promise<never>(() => {});
const reason = new Error('enough');

describe('abortable', () => {
  it('rejects with the reason of a signal that aborts, or has aborted before', async () => {
    const controller = new AbortController();
    const waiting = abortable(never, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(abortable(never, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each([
    { outcome: 'brings something', promise: () => Promise.resolve(1) },
    { outcome: 'fails', promise: () => Promise.reject(reason) },
  ])('does not listen any longer once the promise $outcome', async ({ promise }) => {
    const { signal } = new AbortController();
    const listen = vi.spyOn(signal, 'addEventListener');
    const leave = vi.spyOn(signal, 'removeEventListener');
    await Promise.allSettled([abortable(promise(), signal)]);
    await vi.waitUntil(() => leave.mock.calls.length > 0);
    expect(leave.mock.calls).toEqual(listen.mock.calls);
  });
});
