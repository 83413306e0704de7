import { describe, expect, it } from 'vitest';
import { accuracyScore } from './accuracy-score.ts';
import { confusionMatrix } from './confusion-matrix.ts';

const yTrue = Uint8Array.of(2, 0, 2, 2, 0, 1);
const yPred = Int32Array.of(0, 0, 2, 2, 0, 2);

describe('accuracyScore', () => {
  it('is the share of equal labels', () => {
    expect(accuracyScore(yTrue, yPred)).toBeCloseTo(4 / 6, 12);
    expect(accuracyScore(yTrue, yTrue)).toBe(1);
  });

  it('refuses labels without partners, and none at all', () => {
    expect(() => accuracyScore(yTrue, Uint8Array.of(1))).toThrow(/got 6 and 1/);
    expect(() => accuracyScore(new Uint8Array(0), new Uint8Array(0))).toThrow(/at least one/);
  });
});

describe('confusionMatrix', () => {
  it('has true classes in rows and predicted ones in columns', () => {
    // The example in the documentation of sklearn.metrics.confusion_matrix.
    const { classes, counts } = confusionMatrix(yTrue, yPred);
    expect([...classes]).toEqual([0, 1, 2]);
    expect(counts.shape).toEqual([3, 3]);
    expect([...counts.data]).toEqual([2, 0, 0, 0, 0, 1, 1, 0, 2]);
  });

  it('has a row for a label that is only predicted', () => {
    expect([...confusionMatrix(Uint8Array.of(1), Uint8Array.of(5)).counts.data]).toEqual([0, 1, 0, 0]);
  });
});
