import type { NdArray } from '@fashion-mnist/core';
import type { LongRun } from '@fashion-mnist/kernels';
import type { Projection } from './projection.ts';

/** A projection under way: it can be watched, paused, and gone on with. */
export interface ProjectionSession {
  readonly method: Projection['method'];
  /** Rounds done: epochs, iterations. */
  readonly completed: number;
  /** Rounds that make the projection whole. */
  readonly total: number;
  /**
   * Does some more rounds, at most those that are left.
   *
   * @param count - At least 1. @default 1
   * @throws the signal's reason, when aborted; the rounds that are complete stay, and the session can go on.
   */
  step(count?: number, run?: LongRun): Promise<void>;
  /** Does all rounds that are left. */
  run(run?: LongRun): Promise<Projection>;
  /** A copy of where the points are now, shape `[sampleCount, 2]`. */
  snapshot(): Promise<NdArray<Float32Array>>;
  /** Where the points are, changing while rounds are done; undefined where threads share no memory. Invalid after `dispose`. */
  view(): Float32Array | undefined;
  /** Frees memory, and threads where the session has its own. It cannot go on afterwards. */
  dispose(): Promise<void>;
}
