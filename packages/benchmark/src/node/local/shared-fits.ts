import { fitOf } from '../../jobs/fit-of.ts';
import type { Job } from '../../jobs/job.ts';

/** Jobs that need no fit of their own, because one that is under way is theirs too. */
export class SharedFits {
  readonly #waiting = new Map<string, Job[]>();
  #size = 0;

  /** How many wait. */
  get size(): number {
    return this.#size;
  }

  /** Lets a job wait when its fit is under way; otherwise its fit is under way from now on, and the answer is false. */
  joins(job: Job): boolean {
    const fit = fitOf(job);
    const others = this.#waiting.get(fit);
    if (others === undefined) {
      this.#waiting.set(fit, []);
      return false;
    }
    others.push(job);
    this.#size++;
    return true;
  }

  /** The fit of a job is over: those that waited for it. */
  release(job: Job): readonly Job[] {
    const fit = fitOf(job);
    const released = this.#waiting.get(fit) ?? [];
    this.#waiting.delete(fit);
    this.#size -= released.length;
    return released;
  }
}
