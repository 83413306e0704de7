import { describe, expect, it, vi } from 'vitest';
import { runInWorker } from './run-in-worker.ts';
import { serveReference } from './serve-reference.ts';
import type { SpawnWorker, WorkerEvents } from './spawned-worker.ts';

const job = {
  library: 'tsne-js' as const,
  samples: new Float32Array(0),
  sampleCount: 0,
  perplexity: 5,
  earlyExaggeration: 4,
  learningRate: 100,
  nIter: 100,
  start: new Float32Array(0),
};

/** A worker that does what the test tells it to do. */
function fakeWorker(behave: (events: WorkerEvents) => void) {
  const terminate = vi.fn<() => void>();
  const spawn: SpawnWorker = (events) => ({ start: () => queueMicrotask(() => behave(events)), terminate });
  return { spawn, terminate };
}

describe('runInWorker', () => {
  it('hands over the result and ends the worker', async () => {
    const coordinates = Float32Array.of(1, 2);
    const { spawn, terminate } = fakeWorker(({ onMessage }) => onMessage({ type: 'done', coordinates }));
    await expect(runInWorker(spawn, job, () => {})).resolves.toBe(coordinates);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('hands over the error of a job, whole', async () => {
    const error = new RangeError('out of range');
    const { spawn, terminate } = fakeWorker(({ onMessage }) => onMessage({ type: 'failed', error }));
    await expect(runInWorker(spawn, job, () => {})).rejects.toBe(error);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('rejects when the worker dies without a word', async () => {
    const { spawn } = fakeWorker(({ onFailure }) =>
      onFailure(new Error('the worker ended with exit code 137')),
    );
    await expect(runInWorker(spawn, job, () => {})).rejects.toThrow('exit code 137');
  });

  it('ends a worker once where its end is told while it is being ended, as in Deno', async () => {
    const coordinates = Float32Array.of(1, 2);
    const told: WorkerEvents[] = [];
    const terminate = vi.fn<() => void>(() => told[0]?.onFailure(new Error('it has ended')));
    const spawn: SpawnWorker = (events) => {
      told.push(events);
      return { start: () => events.onMessage({ type: 'done', coordinates }), terminate };
    };
    await expect(runInWorker(spawn, job, () => {})).resolves.toBe(coordinates);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('starts no worker for a signal that is aborted already', async () => {
    const spawn = vi.fn<SpawnWorker>();
    await expect(runInWorker(spawn, job, () => {}, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(spawn).not.toHaveBeenCalled();
  });
});

describe('serveReference', () => {
  it('tells of a failure in place of throwing it', () => {
    const told: unknown[] = [];
    serveReference(
      { ...job, samples: Float32Array.of(1), sampleCount: 1, start: new Float32Array(99) },
      (message) => told.push(message),
    );
    expect(told.at(-1)).toMatchObject({ type: 'failed', error: expect.any(Error) });
  });
});
