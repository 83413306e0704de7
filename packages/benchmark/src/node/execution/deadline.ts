import { BenchmarkError } from '../../errors.ts';

/** Timers cannot wait longer. */
const LONGEST_MS = 2 ** 31 - 1;

export interface DeadlineOptions {
  readonly signal?: AbortSignal | undefined;
  /** The most seconds until the job begins. */
  readonly startLimit: number;
  /** The most seconds from then on. @default no limit */
  readonly timeLimit?: number | undefined;
}

/** What can end a job from outside. */
export interface Deadline {
  /**
   * Resolves when the time of the job is over.
   *
   * @throws {BenchmarkError} `E_WORKER` - the job has not begun in time.
   * @throws the signal's reason, when aborted.
   */
  readonly isOver: Promise<'timed-out'>;
  /** The job begins. */
  start(): void;
  /** Nothing can end it any more. */
  lift(): void;
}

export function createDeadline({ signal, startLimit, timeLimit }: DeadlineOptions): Deadline {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = () => {};
  let timeOut = () => {};
  const isOver = new Promise<'timed-out'>((resolve, reject) => {
    abort = () => reject(signal?.reason);
    timeOut = () => resolve('timed-out');
    const late = new BenchmarkError(
      'E_WORKER',
      `expected the job to begin within ${startLimit} s, but it did not`,
    );
    timer = setTimeout(() => reject(late), milliseconds(startLimit));
  });
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return {
    isOver,
    start() {
      clearTimeout(timer);
      timer = timeLimit === undefined ? undefined : setTimeout(timeOut, milliseconds(timeLimit));
    },
    lift() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

function milliseconds(seconds: number): number {
  return Math.min(1000 * seconds, LONGEST_MS);
}
