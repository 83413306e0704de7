/** Estimates how long a queue takes from what was expected and what was measured. */
export class TimeLeft {
  readonly #workers: number;
  #expectedLeft = 0;
  #expectedDone = 0;
  #measured = 0;

  constructor(workers: number) {
    this.#workers = workers;
  }

  /** A job waits, or waits again. */
  add(expectedSeconds: number): void {
    this.#expectedLeft += expectedSeconds;
  }

  /** A job was done, in so many seconds. */
  finish(expectedSeconds: number, seconds: number): void {
    this.drop(expectedSeconds);
    this.#expectedDone += expectedSeconds;
    this.#measured += seconds;
  }

  /** A job waits no more, and nothing was learned from it. */
  drop(expectedSeconds: number): void {
    this.#expectedLeft = Math.max(0, this.#expectedLeft - expectedSeconds);
  }

  /** Jobs that run count as if they had not begun. */
  get seconds(): number {
    const pace = this.#expectedDone > 0 ? this.#measured / this.#expectedDone : 1;
    return (pace * this.#expectedLeft) / this.#workers;
  }
}
