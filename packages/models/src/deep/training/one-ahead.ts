/** The items of a source, each asked for while the one before it is in use. */
export async function* oneAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T, void, void> {
  const iterator = items[Symbol.asyncIterator]();
  let next = ask(iterator);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = ask(iterator);
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** A failure is told to who awaits the item, not to the process while nobody does yet. */
function ask<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T, unknown>> {
  const next = iterator.next();
  next.catch(() => {});
  return next;
}
