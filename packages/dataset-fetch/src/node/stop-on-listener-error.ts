import type { ProgressListener } from '@fashion-mnist/core';

interface Watched {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** The same options, with a listener whose error stops the job as an abort does: no source is blamed for it. */
export function stopOnListenerError<Options extends Watched>(options: Options): Options {
  const { signal, onProgress } = options;
  if (onProgress === undefined) return options;
  const controller = new AbortController();
  return {
    ...options,
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    onProgress(event) {
      try {
        onProgress(event);
      } catch (error) {
        controller.abort(error);
        throw error;
      }
    },
  };
}
