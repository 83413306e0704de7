import { describe, expect, it } from 'vitest';
import { encodeLabels } from '../samples/encode-labels.ts';
import { classWeightRule, weightsOfClasses } from './class-weight.ts';

const labels = encodeLabels(Int32Array.of(-1, -1, -1, 4, 9, 9), 6);

describe('classWeightRule', () => {
  const rule = classWeightRule();

  it.each([[null], ['balanced'], [{ 3: 2, '-1': 0.5 }], [{}]])('accepts %j', (value) => {
    expect(rule.accepts(value)).toBe(true);
  });

  it.each([
    [undefined],
    ['even'],
    [3],
    [[1, 2]],
    [{ 3: 0 }],
    [{ 3: -1 }],
    [{ 3: Number.NaN }],
    [{ 3: '2' }],
    [{ shoe: 1 }],
  ])('does not accept %j', (value) => {
    expect(rule.accepts(value)).toBe(false);
  });

  it('reads a command line', () => {
    expect(rule.parse('null')).toBe(null);
    expect(rule.parse('balanced')).toBe('balanced');
    expect(rule.parse('3:2, -1:0.5')).toEqual({ 3: 2, '-1': 0.5 });
    for (const text of ['', '3', '3:', 'shoe:1', '3:0']) expect(rule.parse(text)).toBeUndefined();
  });
});

describe('weightsOfClasses', () => {
  it('weighs all classes alike without a word', () => {
    expect([...weightsOfClasses('X', null, labels)]).toEqual([1, 1, 1]);
  });

  it('balances classes by their shares of the samples', () => {
    expect([...weightsOfClasses('X', 'balanced', labels)]).toEqual([6 / 9, 6 / 3, 6 / 6]);
  });

  it('takes weights by label, and 1 for a label that is left out', () => {
    expect([...weightsOfClasses('X', { 9: 3, '-1': 0.5 }, labels)]).toEqual([0.5, 1, 3]);
  });

  it('refuses a weight of no class while a class has none, as scikit-learn does', () => {
    expect(() => weightsOfClasses('X', { 7: 3, 9: 1 }, labels)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
    const more = { 7: 3, 9: 1, 4: 1, '-1': 1 };
    expect([...weightsOfClasses('X', more, labels)]).toEqual([1, 1, 1]);
  });
});
