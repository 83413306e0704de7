import { describe, expect, it, vi } from 'vitest';
import type { BatchSourceOptions } from './batch-source-options.ts';
import { createBatchSource } from './create-batch-source.ts';
import { type BatchAnswer, type BatchRequest, serveBatches } from './serve-batches.ts';
import type { SpawnWorker, WorkerEvents } from './spawned-worker.ts';
import { batchesOf, someImages } from './testing/some-images.ts';

/** A worker in this thread: what it is told, and how it answers, can be watched and broken. */
function workerHere(answer: (events: WorkerEvents, message: unknown) => void) {
  const posted: unknown[] = [];
  const setBusy = vi.fn<(isBusy: boolean) => void>();
  const terminate = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const spawn: SpawnWorker = (events) => {
    let listener: (message: unknown) => void = () => {};
    serveBatches({
      post: (message) => answer(events, message),
      listen: (added) => {
        listener = added;
      },
    });
    const post = (message: unknown): void => {
      posted.push(message);
      listener(message);
    };
    return { post, setBusy, terminate };
  };
  return { spawn, posted, setBusy, terminate };
}

const sourceOf = (spawn: SpawnWorker, options: Partial<BatchSourceOptions> = {}) =>
  createBatchSource({ ...someImages(), batchSize: 5, spawn, ...options });

describe('a source with a worker', () => {
  it('asks for a few batches ahead, and no more', async () => {
    const { spawn, posted } = workerHere(({ onMessage }, message) => onMessage(message));
    const asked = () => posted.slice(1).map((request) => (request as BatchRequest).index);
    const iterator = sourceOf(spawn, { batchSize: 2 }).batches(0)[Symbol.asyncIterator]();
    await iterator.next();
    expect(asked()).toEqual([0, 1, 2, 3]);
    await iterator.next();
    expect(asked()).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps the process alive only while it waits', async () => {
    const { spawn, setBusy, terminate } = workerHere(({ onMessage }, message) => onMessage(message));
    const source = sourceOf(spawn);
    await batchesOf(source, 0);
    expect(setBusy.mock.calls[0]).toEqual([true]);
    expect(setBusy.mock.calls.at(-1)).toEqual([false]);
    await source.dispose();
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('rejects all that is awaited when the worker dies, and what is asked for later', async () => {
    const { spawn } = workerHere(({ onMessage, onEnd }, message) => {
      if ((message as BatchAnswer).id < 3) onMessage(message);
      else onEnd(new Error('exit code 137'));
    });
    const source = sourceOf(spawn, { batchSize: 2 });
    const died = expect.objectContaining({
      code: 'E_WORKER',
      message: 'the worker that prepares batches has ended: exit code 137',
    }) as Error;
    await expect(batchesOf(source, 0)).rejects.toThrow(died);
    await expect(batchesOf(source, 0)).rejects.toThrow(died);
  });

  it('leaves nobody waiting when it is disposed', async () => {
    const { spawn } = workerHere(() => {});
    const source = sourceOf(spawn);
    const run = expect(batchesOf(source, 0)).rejects.toThrow(/the source of batches has been disposed/);
    await source.dispose();
    await run;
  });

  it('is not let go, though an answer still comes, before it has ended', async () => {
    const late: (() => void)[] = [];
    const { spawn, setBusy } = workerHere(({ onMessage }, message) => late.push(() => onMessage(message)));
    const source = sourceOf(spawn);
    const run = expect(batchesOf(source, 0)).rejects.toThrow(/disposed/);
    await vi.waitUntil(() => late.length > 0);
    await source.dispose();
    for (const answer of late) answer();
    await run;
    expect(setBusy).not.toHaveBeenCalledWith(false);
  });

  it('carries errors over with their causes', async () => {
    const { spawn } = workerHere(({ onMessage }, message) =>
      onMessage({
        id: (message as BatchAnswer).id,
        error: {
          name: 'RangeError',
          message: 'too far',
          stack: 'there',
          code: undefined,
          cause: {
            name: 'TransformError',
            message: 'why',
            stack: 'before',
            code: 'E_SHAPE',
            cause: undefined,
          },
        },
      }),
    );
    const error = await batchesOf(sourceOf(spawn), 0).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({
      message: 'too far',
      stack: 'there',
      cause: { code: 'E_SHAPE', stack: 'before' },
    });
  });
});
