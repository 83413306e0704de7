import type { Contender } from './benchmark.ts';

/**
 * A contender whose figure is the time that its work takes, in milliseconds.
 *
 * @param check - Looks at every result, or keeps it, outside the time; throws when the work was not done.
 */
export function timed<Result>(
  name: string,
  work: () => Result | Promise<Result>,
  check?: (result: Result) => void | Promise<void>,
): Contender {
  return {
    name,
    async measure() {
      const start = performance.now();
      const result = await work();
      const elapsed = performance.now() - start;
      await check?.(result);
      return elapsed;
    },
  };
}
