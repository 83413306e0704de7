import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDeadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether something has become of a promise by now. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  let open = true;
  const settle = () => {
    open = false;
  };
  promise.then(settle, settle);
  await vi.advanceTimersByTimeAsync(0);
  return open;
}

it('gives up a job that does not begin in time', async () => {
  const { isOver } = createDeadline({ startLimit: 10, timeLimit: 1 });
  isOver.catch(() => {});
  await vi.advanceTimersByTimeAsync(9999);
  expect(await isOpen(isOver)).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  await expect(isOver).rejects.toMatchObject({ code: 'E_WORKER' });
});

it('counts the time of a job from its beginning', async () => {
  const deadline = createDeadline({ startLimit: 10, timeLimit: 2 });
  await vi.advanceTimersByTimeAsync(9000);
  deadline.start();
  await vi.advanceTimersByTimeAsync(1999);
  expect(await isOpen(deadline.isOver)).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isOpen(deadline.isOver)).toBe(false);
  expect(await deadline.isOver).toBe('timed-out');
});

it.each([undefined, 1e12])('never ends a job that has begun with the limit %s', async (timeLimit) => {
  const deadline = createDeadline({ startLimit: 10, timeLimit });
  deadline.start();
  await vi.advanceTimersByTimeAsync(1e9);
  expect(await isOpen(deadline.isOver)).toBe(true);
});

it('ends with the reason of a signal, also one that was aborted before', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const late = createDeadline({ signal: controller.signal, startLimit: 10 });
  controller.abort(reason);
  const early = createDeadline({ signal: controller.signal, startLimit: 10 });
  await expect(late.isOver).rejects.toBe(reason);
  await expect(early.isOver).rejects.toBe(reason);
});

it('leaves no timer and no listener behind', () => {
  const { signal } = new AbortController();
  const remove = vi.spyOn(signal, 'removeEventListener');
  createDeadline({ signal, startLimit: 10, timeLimit: 1 }).lift();
  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledOnce();
});
