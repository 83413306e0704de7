import type { ExpectedCost } from '../../jobs/expected-cost.ts';
import type { Job } from '../../jobs/job.ts';
import { Heap } from './heap.ts';

/** A job that waits for its turn, and what has become of it so far. */
export interface PendingJob extends ExpectedCost {
  readonly job: Job;
  /** How often a process died with it. */
  readonly crashes: number;
  /** How often it went wrong. */
  readonly failures: number;
}

/** Sizes of memory are taken as equal within an eighth of an octave, rounded up: a few hundred sizes at most. */
const STEPS_PER_OCTAVE = 8;

/** Jobs that wait, the longest of those that fit into some memory first. */
export class PendingJobs {
  readonly #bySize = new Map<number, Heap<PendingJob>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(pending: PendingJob): void {
    const step = Math.ceil(STEPS_PER_OCTAVE * Math.log2(Math.max(1, pending.bytes)));
    let heap = this.#bySize.get(step);
    if (heap === undefined) this.#bySize.set(step, (heap = new Heap<PendingJob>(isBefore)));
    heap.push(pending);
    this.#size++;
  }

  /** The job that is expected to take longest of those that need at most so much memory. */
  takeLongest(freeBytes: number): PendingJob | undefined {
    let longest: Heap<PendingJob> | undefined;
    for (const heap of this.#bySize.values()) {
      if (heap.first === undefined || heap.first.bytes > freeBytes) continue;
      if (longest?.first === undefined || isBefore(heap.first, longest.first)) longest = heap;
    }
    if (longest === undefined) return undefined;
    this.#size--;
    return longest.pop();
  }
}

/** Of jobs that take equally long the one that needs most memory goes first, then the one whose id is smaller. */
function isBefore(a: PendingJob, b: PendingJob): boolean {
  if (a.seconds !== b.seconds) return a.seconds > b.seconds;
  if (a.bytes !== b.bytes) return a.bytes > b.bytes;
  return a.job.id < b.job.id;
}
