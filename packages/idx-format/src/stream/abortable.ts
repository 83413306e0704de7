/** A promise that is no longer waited for once the signal aborts; what it would have brought is dropped. */
export function abortable<T>(
  promise: PromiseLike<T> | T,
  signal: AbortSignal | undefined,
): PromiseLike<T> | T {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
