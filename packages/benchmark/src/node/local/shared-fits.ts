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

  /** Those that wait for the fit of a job. */
  waitingFor(job: Job): readonly Job[] {
    return this.#waiting.get(fitOf(job)) ?? [];
  }

  /** The fit of a job is over, and none waits for it any more. */
  release(job: Job): void {
    this.#size -= this.waitingFor(job).length;
    this.#waiting.delete(fitOf(job));
  }
}
