import { describe, expect, it } from 'vitest';
import { rejectOnAbort } from './reject-on-abort.ts';

describe('rejectOnAbort', () => {
  it('gives the result of work that comes first', async () => {
    await expect(rejectOnAbort(Promise.resolve(3), new AbortController().signal)).resolves.toBe(3);
  });

  it('rejects with the reason of the signal, whatever the work does', async () => {
    const controller = new AbortController();
    const waiting = rejectOnAbort(new Promise(() => {}), controller.signal);
    const reason = new Error('changed my mind');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('passes on why work failed', async () => {
    const failure = new Error('no memory');
    await expect(rejectOnAbort(Promise.reject(failure), undefined)).rejects.toBe(failure);
  });
});
