import { KernelsError } from '../errors.ts';

/** One call after the other. */
export interface Turns {
  /** @throws {KernelsError} `E_WORKER` - there are no more turns. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Lets nobody begin any more; what has begun goes on. */
  end(reason?: unknown): void;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let ended: { readonly reason: unknown } | undefined;
  return {
    take(work) {
      const begin = () => {
        if (ended !== undefined) throw ended.reason;
        return work();
      };
      const turn = last.then(begin);
      last = turn.catch(() => {});
      return turn;
    },
    end(reason = new KernelsError('E_WORKER', 'expected a pool at work, got one that is disposed')) {
      ended ??= { reason };
    },
  };
}
