import type { NdArray } from '@fashion-mnist/core';
import { reportProgress } from '@fashion-mnist/core';
import { KernelsError, type LongRun, type WorkerPool } from '@fashion-mnist/kernels';
import type { Projection } from './projection.ts';
import type { ProjectionSession } from './session.ts';

/** A map whose points move round by round in the memory of a pool. */
export interface IteratedMap<P extends Projection> {
  readonly method: P['method'];
  /** Rounds that make the map whole. */
  readonly total: number;
  /** What a round is called, for example `epochs`. */
  readonly unit: string;
  readonly pool: WorkerPool;
  /** Pointer to the coordinates, `Float32Array` `[sampleCount, 2]`. */
  readonly points: number;
  readonly sampleCount: number;
  /**
   * Does some of the rounds `completed..last`, at least one; aborted, the rounds of earlier calls stay.
   *
   * @returns How many are completed then.
   */
  advance(completed: number, last: number, signal: AbortSignal | undefined): Promise<number>;
  /** The projection when all rounds are done. */
  finish(coordinates: NdArray<Float32Array>, run: LongRun): Promise<P>;
  /** Gives back what the map holds. */
  close(): Promise<void>;
}

/** A session of a map and what it becomes. */
export interface IteratedSession<P extends Projection> extends ProjectionSession {
  readonly method: P['method'];
  run(run?: LongRun): Promise<P>;
}

/** Lets a map be watched, paused and gone on with. */
export function iteratedSession<P extends Projection>(map: IteratedMap<P>): IteratedSession<P> {
  const { method, total, unit, pool, points, sampleCount } = map;
  let completed = 0;
  let isDisposed = false;

  function requireOpen(): void {
    if (isDisposed)
      throw new KernelsError('E_WORKER', 'expected a session at work, got one that is disposed');
  }

  async function step(count = 1, { signal, onProgress }: LongRun = {}): Promise<void> {
    requireOpen();
    const last = Math.min(completed + count, total);
    while (completed < last) {
      signal?.throwIfAborted();
      completed = await map.advance(completed, last, signal);
      reportProgress(onProgress, { stage: 'optimise', completed, total, unit });
    }
  }

  async function snapshot(): Promise<NdArray<Float32Array>> {
    requireOpen();
    const data = await pool.read(Float32Array, points, 2 * sampleCount);
    return { data, shape: [sampleCount, 2] };
  }

  return {
    method,
    get completed() {
      return completed;
    },
    total,
    step,
    snapshot,
    view: () => pool.view(Float32Array, points, 2 * sampleCount),
    async run(run = {}) {
      await step(total, run);
      return map.finish(await snapshot(), run);
    },
    async dispose() {
      if (isDisposed) return;
      isDisposed = true;
      await map.close();
    },
  };
}
