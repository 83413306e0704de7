import { describe, expect, it } from 'vitest';
import { WakeUp } from './wake-up.ts';

const LONG_MS = 1e6;

describe('WakeUp', () => {
  it('sleeps until there is news', async () => {
    const wakeUp = new WakeUp();
    const outcome = wakeUp.wait(LONG_MS, undefined);
    wakeUp.notify();
    await expect(outcome).resolves.toBe('news');
  });

  it('does not sleep after news that came before, and sleeps again after that', async () => {
    const wakeUp = new WakeUp();
    wakeUp.notify();
    wakeUp.notify();
    await expect(wakeUp.wait(LONG_MS, undefined)).resolves.toBe('news');
    await expect(wakeUp.wait(1, undefined)).resolves.toBe('time');
  });

  it('rejects with the reason of a signal', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const outcome = new WakeUp().wait(LONG_MS, controller.signal);
    controller.abort(reason);
    await expect(outcome).rejects.toBe(reason);
    await expect(new WakeUp().wait(LONG_MS, controller.signal)).rejects.toBe(reason);
  });
});
