/** A job that is under way. */
export interface JobUnderWay {
  readonly expectedSeconds: number;
  readonly elapsedSeconds: number;
}

/** Estimates how long a queue takes from what was expected and what was measured. */
export class TimeLeft {
  readonly #workers: number;
  #expectedLeft = 0;
  #expectedDone = 0;
  #measured = 0;

  constructor(workers: number) {
    this.#workers = workers;
  }

  /** A job is to be done. */
  add(expectedSeconds: number): void {
    this.#expectedLeft += expectedSeconds;
  }

  /** A job took so long. */
  finish(expectedSeconds: number, seconds: number): void {
    this.drop(expectedSeconds);
    this.#expectedDone += expectedSeconds;
    this.#measured += seconds;
  }

  /** A job has ended, and nothing is learned from how long it took. */
  drop(expectedSeconds: number): void {
    this.#expectedLeft = Math.max(0, this.#expectedLeft - expectedSeconds);
  }

  /** @param underWay - Jobs that run: the part of them that is over is not left. */
  seconds(underWay: readonly JobUnderWay[]): number {
    const pace = this.#expectedDone > 0 ? this.#measured / this.#expectedDone : 1;
    const over = underWay.reduce(
      (sum, { expectedSeconds, elapsedSeconds }) => sum + Math.min(elapsedSeconds, pace * expectedSeconds),
      0,
    );
    return Math.max(0, pace * this.#expectedLeft - over) / this.#workers;
  }
}
