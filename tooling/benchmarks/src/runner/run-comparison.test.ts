import { describe, expect, it } from 'vitest';
import { runComparison } from './run-comparison.ts';

function recorded(names: readonly string[]) {
  const calls: string[] = [];
  const contenders = names.map((name) => ({ name, measure: () => calls.push(name) }));
  return { calls, contenders };
}

describe('runComparison', () => {
  it('interleaves the contenders, and begins each round with another one', async () => {
    const { calls, contenders } = recorded(['a', 'b', 'c']);
    await runComparison({ title: 't', unit: 'ms', contenders }, { rounds: 2, warmUpMs: 0 });
    expect(calls.join('')).toBe('abcabcbca');
  });

  it('leaves the warm-up out of the figures', async () => {
    const figures = [1000, 3, 1, 2];
    const contenders = [{ name: 'a', measure: () => figures.shift() ?? 0 }];
    const { results } = await runComparison(
      { title: 't', unit: 'ms', contenders },
      { rounds: 3, warmUpMs: 0 },
    );
    expect(results).toEqual([{ name: 'a', median: 2, min: 1, max: 3 }]);
  });

  it("does a contender's own warm-up once, and nothing else before the rounds", async () => {
    const calls: string[] = [];
    const contender = {
      name: 'a',
      warmUp: () => void calls.push('warm up'),
      measure: () => calls.push('measure'),
    };
    await runComparison({ title: 't', unit: 'ms', contenders: [contender] }, { rounds: 1, warmUpMs: 50 });
    expect(calls).toEqual(['warm up', 'measure']);
  });

  it('collects garbage before every measurement', async () => {
    const { calls, contenders } = recorded(['a', 'b']);
    const collectGarbage = () => calls.push('-');
    await runComparison({ title: 't', unit: 'ms', contenders }, { rounds: 1, warmUpMs: 0, collectGarbage });
    expect(calls.join('')).toBe('ab-a-b');
  });

  it('reports contenders that are absent with their reason', async () => {
    const absent = { name: 'peer', reason: 'not installed' };
    const report = await runComparison(
      { title: 't', unit: 'ms', contenders: [absent] },
      { rounds: 1, warmUpMs: 0 },
    );
    expect(report).toMatchObject({ results: [], absent: [absent] });
  });
});
