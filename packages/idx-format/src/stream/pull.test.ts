import { describe, expect, it } from 'vitest';
import { pull } from './pull.ts';

const never = new Promise<never>(() => {});

/** A source of one item, which then waits. */
function sourceThatCloses(close: () => Promise<unknown>): AsyncIterable<number> {
  const steps = [{ done: false, value: 1 }];
  const iterator = {
    next: () => Promise.resolve(steps.pop() ?? never),
    return: async () => {
      await close();
      return { done: true as const, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

describe('pull', () => {
  it('waits until a source that it leaves is closed', async () => {
    let isClosed = false;
    const source = sourceThatCloses(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      isClosed = true;
    });
    for await (const _ of pull(source)) break;
    expect(isClosed).toBe(true);
  });

  it('does not wait on abort for a source that cannot close yet', async () => {
    const controller = new AbortController();
    const items = pull(
      sourceThatCloses(() => never),
      controller.signal,
    );
    await items.next();
    const waiting = items.next();
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('hides no error behind that of a source that cannot be closed', async () => {
    const failure = new Error('of the reader');
    const run = async () => {
      for await (const _ of pull(sourceThatCloses(() => Promise.reject(new Error('of closing')))))
        throw failure;
    };
    await expect(run()).rejects.toBe(failure);
  });
});
