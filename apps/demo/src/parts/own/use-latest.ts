import { useEffect, useState } from 'preact/hooks';
import { notifyError } from '../../state/notices.ts';

/**
 * What came of some work, at last; undefined until something has. When an input changes, work that is under way is
 * ended, and what comes of it is not taken.
 *
 * @param work - Undefined while there is nothing to do.
 * @param doing - For the notice where it fails.
 */
export function useLatest<T>(
  work: ((signal: AbortSignal) => Promise<T>) | undefined,
  inputs: readonly unknown[],
  doing: string,
): T | undefined {
  const [result, setResult] = useState<{ readonly value: T } | undefined>(undefined);
  useEffect(() => {
    if (work === undefined) return;
    const ending = new AbortController();
    async function run(start: (signal: AbortSignal) => Promise<T>): Promise<void> {
      try {
        const value = await start(ending.signal);
        if (!ending.signal.aborted) setResult({ value });
      } catch (error) {
        if (!ending.signal.aborted) notifyError(error, doing);
      }
    }
    void run(work);
    return () => ending.abort();
  }, inputs);
  return result?.value;
}
