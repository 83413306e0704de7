import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { notifyError } from '../../state/notices.ts';

/** Long work that can be watched and stopped. */
export interface Job {
  /** The share that is done, 0..1; undefined: nothing is being done. */
  readonly share: ReadonlySignal<number | undefined>;
  /** Begins, unless it is under way. */
  start(): void;
  stop(): void;
}

type Work = (signal: AbortSignal, onProgress: (share: number) => void) => Promise<void>;

/**
 * @param doing - What fails when it fails, for the notice.
 * @param work - The one of the first call is kept.
 */
export function useJob(doing: string, work: Work): Job {
  const share = useSignal<number | undefined>(undefined);
  return useMemo(() => {
    let controller: AbortController | undefined;
    const run = async (current: AbortController) => {
      share.value = 0;
      try {
        await work(current.signal, (done) => {
          if (controller === current) share.value = done;
        });
      } catch (error) {
        if (!current.signal.aborted) notifyError(error, doing);
      } finally {
        if (controller === current) {
          controller = undefined;
          share.value = undefined;
        }
      }
    };
    return {
      share,
      start: () => {
        if (controller !== undefined) return;
        controller = new AbortController();
        void run(controller);
      },
      stop: () => {
        controller?.abort();
        controller = undefined;
        share.value = undefined;
      },
    };
  }, []);
}
