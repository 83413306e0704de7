/** Does the same with each item, a few at once; rejects with the first error. */
export async function runConcurrently<Item>(
  items: readonly Item[],
  concurrency: number,
  action: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  async function lane(): Promise<void> {
    for (const item of queue) await action(item);
  }
  await Promise.all(Array.from({ length: concurrency }, lane));
}
