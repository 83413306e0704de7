import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/label-errors.json' with { type: 'json' };
import { findLabelErrors } from './find-label-errors.ts';

function closeTo(values: ArrayLike<number>, wanted: readonly number[]): void {
  expect(values).toHaveLength(wanted.length);
  wanted.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 10));
}

describe('findLabelErrors', () => {
  it.each(golden.cases)('finds what the definition says, case %#', (wanted) => {
    const rows = wanted.probabilities;
    const near = wanted.neighborLabels;
    const found = findLabelErrors(
      Int32Array.from(wanted.labels),
      ndArray(Float64Array.from(rows.flat()), [rows.length, wanted.classes.length]),
      {
        neighborLabels:
          near === null
            ? undefined
            : ndArray(Int32Array.from(near.flat()), [near.length, near[0]?.length ?? 0]),
      },
    );
    expect([...found.classes]).toEqual(wanted.classes);
    closeTo(found.thresholds, wanted.thresholds);
    expect([...found.confidentJoint.data]).toEqual(wanted.counts.flat());
    closeTo(found.joint.data, wanted.joint.flat());
    expect(found.suspects).toHaveLength(wanted.suspects.length);
    found.suspects.forEach((suspect, at) => {
      const [doubt, sample, label, suggestion, margin, disagreement] = wanted.suspects[at] as number[];
      expect(suspect).toMatchObject({ sample, label, suggestion });
      closeTo([suspect.doubt, suspect.margin], [doubt!, margin!]);
      expect(suspect.disagreement ?? null).toBe(disagreement);
    });
  });

  it('suspects nobody where every label is believed', () => {
    const { suspects, joint } = findLabelErrors(
      Uint8Array.of(0, 0, 1, 1),
      ndArray(Float32Array.of(0.9, 0.1, 0.8, 0.2, 0.3, 0.7, 0.1, 0.9), [4, 2]),
    );
    expect(suspects).toEqual([]);
    expect([...joint.data]).toEqual([0.5, 0, 0, 0.5]);
  });

  it('never suggests a class that no sample bears', () => {
    const { suspects, thresholds } = findLabelErrors(
      Uint8Array.of(0, 0, 1),
      ndArray(Float64Array.of(0.5, 0.2, 0.3, 0.1, 0.1, 0.8, 0.1, 0.6, 0.3), [3, 3]),
      { labels: [0, 1, 2] },
    );
    expect(thresholds[2]).toBeNaN();
    expect(suspects).toEqual([]);
  });

  it('estimates shares that add up to those of the labels', () => {
    const cases = fc.array(
      fc.tuple(
        fc.nat(2),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(cases, (rows) => {
        const y = Uint8Array.from(rows, ([label]) => label);
        const probabilities = Float64Array.from(
          rows.flatMap(([, row]) => row.map((value) => value / row.reduce((sum, other) => sum + other, 0))),
        );
        const { joint, suspects } = findLabelErrors(y, ndArray(probabilities, [rows.length, 3]), {
          labels: [0, 1, 2],
        });
        for (const label of [0, 1, 2]) {
          const share = y.filter((other) => other === label).length / y.length;
          const row = joint.data.subarray(3 * label, 3 * label + 3);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(share, 12);
        }
        for (const { label, suggestion, doubt } of suspects) {
          expect(label).not.toBe(suggestion);
          expect(doubt).toBeGreaterThanOrEqual(0);
          expect(doubt).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('refuses probabilities and neighbours that do not fit', () => {
    const y = Uint8Array.of(0, 1);
    const probabilities = ndArray(Float32Array.of(0.9, 0.1, 0.2, 0.8), [2, 2]);
    expect(() => findLabelErrors(y, ndArray(Float32Array.of(0.1, 0.8), [2]))).toThrow(
      'expected probabilities [samples, classes], got [2]',
    );
    expect(() =>
      findLabelErrors(y, probabilities, { neighborLabels: ndArray(Uint8Array.of(0, 1, 1), [3, 1]) }),
    ).toThrow('neighborLabels: expected [2, k], k at least 1, got [3, 1] for 3 labels');
    expect(() => findLabelErrors(Uint8Array.of(0), probabilities)).toThrow('expected scores of 1 samples');
  });
});
