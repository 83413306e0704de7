import { describe, expect, it } from 'vitest';
import { bundleSizes } from '../src/bundle-sizes.ts';
import budgets from '../src/size-budgets.json' with { type: 'json' };

interface Budget {
  readonly initial: number;
  readonly onDemand?: number;
  readonly imports: readonly string[];
}

const sizes = await bundleSizes();
const budgetOf = new Map<string, Budget>(Object.entries(budgets));

/** A budget further above the size than this one says nothing. */
const MOST_SLACK = 1.15;

it('every entry of every package has a size budget, and nothing else has', () => {
  expect(sizes.map(({ specifier }) => specifier)).toEqual([...budgetOf.keys()]);
});

describe.each(sizes)('$specifier', ({ specifier, initial, onDemand, imports }) => {
  const budget = budgetOf.get(specifier) ?? { initial: 0, imports: [] };

  it('loads no more bytes than its budget, and not far fewer', () => {
    expect(initial).toBeLessThanOrEqual(budget.initial);
    expect(initial * MOST_SLACK).toBeGreaterThan(budget.initial);
  });

  it('loads no more bytes than its budget when it needs them, either', () => {
    expect(onDemand).toBeLessThanOrEqual(budget.onDemand ?? 0);
  });

  it('imports these packages, and no other ones', () => {
    expect(imports).toEqual(budget.imports);
  });
});
