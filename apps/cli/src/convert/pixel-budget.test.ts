import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PixelBudget } from './pixel-budget.ts';

/** Works on photos of these sizes all at once, and gives what was in memory as each began. */
async function heldBy(sizes: readonly number[], most: number): Promise<readonly number[]> {
  const budget = new PixelBudget(most);
  const held: number[] = [];
  let now = 0;
  const work = (size: number) =>
    budget.lend(async (take) => {
      await take(size);
      held.push((now += size));
      await turn();
      now -= size;
      if (size === 1) throw new Error('damaged');
    });
  await Promise.allSettled(sizes.map(work));
  return held;
}

describe('PixelBudget', () => {
  it('lets as many begin as fit, in turn, and goes on after one that fails', async () => {
    const besideFiveAndOne = 5 + 1 + 3;
    expect(await heldBy([4, 5, 1, 3, 9, 2], 10)).toEqual([4, 4 + 5, 4 + 5 + 1, besideFiveAndOne, 9, 2]);
  });

  it('lets what is larger than all begin alone', async () => {
    expect(await heldBy([3, 99, 3], 10)).toEqual([3, 99, 3]);
  });

  it('takes nothing for work that needs nothing', async () => {
    const budget = new PixelBudget(1);
    expect(await Promise.all([budget.lend(async () => 'a'), budget.lend(async () => 'b')])).toEqual([
      'a',
      'b',
    ]);
  });
});
