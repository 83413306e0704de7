import { abortable } from './abortable.ts';

/** Where items come from, one at a time. */
export type Pullable<T> = ReadableStream<T> | AsyncIterable<T> | Iterable<T>;

/** The items of a source. The source is closed unless it ends by itself: on `break`, on an error and on abort. */
export async function* pull<T>(
  source: Pullable<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const iterator = iteratorOf(source);
  let isOpen = true;
  try {
    while (true) {
      signal?.throwIfAborted();
      const step = await abortable(iterator.next(), signal);
      isOpen = step.done !== true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    const closed = isOpen ? close(iterator) : undefined;
    // A generator that waits cannot return before its wait is over: an abort must not wait with it.
    if (signal?.aborted !== true) await closed;
  }
}

/** A source that fails to close must not hide why it is closed. */
async function close(iterator: AsyncIterator<unknown> | Iterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    return;
  }
}

/** Safari's ReadableStream is not iterable, so every ReadableStream is read by its reader. */
function iteratorOf<T>(source: Pullable<T>): AsyncIterator<T> | Iterator<T> {
  if ('getReader' in source) {
    const reader = source.getReader();
    return {
      next: () => reader.read() as Promise<IteratorResult<T>>,
      return: () => reader.cancel() as Promise<never>,
    };
  }
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}
