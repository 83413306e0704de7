import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validationSplit } from './validation-split.ts';

const cases = fc.uint8Array({ maxLength: 300, max: 11 }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    size: fc.integer({ min: 0, max: labels.length }),
    seed: fc.nat(),
  }),
);

const twoClasses = Uint8Array.from({ length: 1000 }, (_, index) => index % 2);

function countIn(indices: Uint32Array, labels: Uint8Array, label: number): number {
  return indices.filter((index) => labels[index] === label).length;
}

describe('validationSplit', () => {
  it('puts every sample into exactly one of two ascending parts, of the sizes that were asked for', () => {
    fc.assert(
      fc.property(cases, ({ labels, size, seed }) => {
        const { train, validation } = validationSplit(labels, { size, seed });
        expect(validation).toHaveLength(size);
        expect([...train, ...validation].toSorted((a, b) => a - b)).toEqual([...labels.keys()]);
        expect(train.toSorted()).toEqual(train);
        expect(validation.toSorted()).toEqual(validation);
      }),
    );
  });

  it('keeps back of each class its share, to less than one sample', () => {
    fc.assert(
      fc.property(cases, ({ labels, size, seed }) => {
        const { validation } = validationSplit(labels, { size, seed });
        for (const label of new Set(labels)) {
          const share = (size * labels.filter((other) => other === label).length) / labels.length;
          expect(Math.abs(countIn(validation, labels, label) - share)).toBeLessThan(1);
        }
      }),
    );
  });

  it('is the same again for the same seed', () => {
    fc.assert(
      fc.property(cases, ({ labels, size, seed }) => {
        expect(validationSplit(labels, { size, seed })).toEqual(validationSplit(labels, { size, seed }));
      }),
    );
  });

  it('is another for another seed', () => {
    const splits = [1, 2, 3].map((seed) =>
      validationSplit(twoClasses, { size: 100, seed }).validation.join(),
    );
    expect(new Set(splits).size).toBe(3);
  });

  it('picks members of each class independently of the other classes', () => {
    const split = validationSplit(twoClasses, { size: 100 }).validation;
    const evens = split.filter((index) => index % 2 === 0).map((index) => index / 2);
    const odds = split.filter((index) => index % 2 === 1).map((index) => (index - 1) / 2);
    expect(evens).not.toEqual(odds);
  });

  it('keeps 5,000 samples back by default, with the seed 42', () => {
    const labels = new Uint8Array(6000);
    expect(validationSplit(labels)).toEqual(validationSplit(labels, { size: 5000, seed: 42 }));
  });

  it.each([
    { fraction: 0.1, count: 30 },
    { fraction: 0.005, count: 2 },
    { fraction: 0, count: 0 },
    { fraction: 1, count: 300 },
  ])('keeps back $count of 300 samples for the fraction $fraction', ({ fraction, count }) => {
    const labels = new Uint8Array(300);
    expect(validationSplit(labels, { size: { fraction } }).validation).toHaveLength(count);
  });

  it.each([-1, 0.5, 301, Number.NaN])('refuses the size %s for 300 samples', (size) => {
    expect(() => validationSplit(new Uint8Array(300), { size })).toThrow(
      new RangeError(`size: expected a whole number in 0..300, the number of samples, got ${size}`),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses the fraction %s', (fraction) => {
    expect(() => validationSplit(new Uint8Array(300), { size: { fraction } })).toThrow(
      new RangeError(`size: expected a fraction in 0..1, got ${fraction}`),
    );
  });
});
