/**
 * Works on items, some at a time, and gives the results in the order of the items. When one fails no more are begun,
 * and all that were have ended.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Array<Result>(items.length);
  const pending = items.entries();
  const failures: unknown[] = [];
  async function takeTurns(): Promise<void> {
    for (const [index, item] of pending) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, takeTurns));
  if (failures.length > 0) throw failures[0];
  return results;
}
