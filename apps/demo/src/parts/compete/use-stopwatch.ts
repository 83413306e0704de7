import { useEffect, useRef } from 'preact/hooks';

/**
 * Measures how long something is looked at.
 *
 * @returns Seconds since `what` has last changed, to the hundredth; null where the page was hidden meanwhile.
 */
export function useStopwatch(what: unknown): () => number | null {
  const start = useRef<number | undefined>(undefined);
  useEffect(() => {
    start.current = performance.now();
    const interrupt = () => {
      if (document.hidden) start.current = undefined;
    };
    document.addEventListener('visibilitychange', interrupt);
    return () => document.removeEventListener('visibilitychange', interrupt);
  }, [what]);
  return () =>
    start.current === undefined ? null : Math.round((performance.now() - start.current) / 10) / 100;
}
