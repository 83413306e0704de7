import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { encodeLabels } from '../samples/encode-labels.ts';
import { Plateau } from './plateau.ts';
import { stratifiedSplit } from './stratified-split.ts';

describe('Plateau', () => {
  const reached = (plateau: Plateau, ...values: number[]) => values.map((value) => plateau.isReached(value));

  it('is reached when enough values in a row do not rise by the margin', () => {
    expect(reached(new Plateau(0.1, 2), 1, 1.05, 1.2, 1.25, 1.29)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('counts a small rise as the best all the same', () => {
    expect(reached(new Plateau(0.1, 2), 1, 1.08, 1.16)).toEqual([false, false, true]);
  });

  it('begins anew when it is reached', () => {
    expect(reached(new Plateau(0, 2), 3, 2, 2, 2, 2)).toEqual([false, false, true, false, true]);
  });

  it('is never reached without a margin', () => {
    expect(reached(new Plateau(undefined, 1), 3, 2, 1)).toEqual([false, false, false]);
  });
});

describe('stratifiedSplit', () => {
  const labels = encodeLabels(
    Int32Array.from({ length: 50 }, (_, i) => (i % 5 === 0 ? 2 : 1)),
    50,
  );

  it('keeps the share of every class, and every sample once', () => {
    const { training, validation } = stratifiedSplit('Example', labels, 0.2, createRng(1));
    const count = (samples: Int32Array, code: number) =>
      samples.filter((sample) => labels.codes[sample] === code).length;
    expect([count(validation, 0), count(validation, 1)]).toEqual([8, 2]);
    expect([count(training, 0), count(training, 1)]).toEqual([32, 8]);
    expect([...training, ...validation].toSorted((a, b) => a - b)).toEqual([...labels.codes.keys()]);
  });

  it('keeps other samples with another seed', () => {
    const [first, second] = [1, 2].map((seed) => stratifiedSplit('Example', labels, 0.2, createRng(seed)));
    expect(second?.validation).not.toEqual(first?.validation);
  });

  it('refuses parts that could not hold every class', () => {
    expect(() => stratifiedSplit('Example', labels, 0.01, createRng(1))).toThrow(
      /got 49 for learning and 1 for validation/,
    );
  });
});
