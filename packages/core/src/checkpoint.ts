const SLICE_MS = 40;

/**
 * A function to await between the steps of a long computation: it rejects with the signal's reason once the
 * signal is aborted, and lets the event loop run (timers, input, painting) whenever 40 ms have passed.
 */
export function createCheckpoint(signal?: AbortSignal): () => Promise<void> {
  let sliceStart = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - sliceStart < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    sliceStart = performance.now();
  };
}
