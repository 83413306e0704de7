import { describe, expect, it } from 'vitest';
import { configurationKey, summarizeRows } from './summarize-rows.ts';
import { originalRow, sampleRow } from './testing/sample-report.ts';

describe('summarizeRows', () => {
  it('puts the repeats of a configuration together, in their order', () => {
    const rows = [2, 0, 1].map((repeat) =>
      sampleRow({ repeat, score: [0.8 + repeat / 10], seconds: repeat + 1, peakBytes: 1e6 * (repeat + 1) }),
    );
    expect(summarizeRows(rows)).toEqual([
      expect.objectContaining({
        scores: [0.8, 0.9, 1],
        mean: expect.closeTo(0.9, 12),
        twiceStd: expect.closeTo(2 * Math.sqrt(0.02 / 3), 12),
        secondsPerRepeat: 2,
        cpuSecondsPerRepeat: 1,
        repeats: 3,
        peakBytes: 3e6,
        predictionHashes: ['0', '1', '2'].map((digit) => digit.repeat(64)),
      }),
    ]);
  });

  it('takes the order of parameters for nothing, and their values for what they are', () => {
    expect(configurationKey({ name: 'A', parameter: { b: 1, c: 2 } })).toBe(
      configurationKey({ name: 'A', parameter: { c: 2, b: 1 } }),
    );
    const values = [1, '1', [1], true, 'true', null, 'null'];
    const keys = values.map((b) => configurationKey({ name: 'A', parameter: { b } }));
    expect(new Set(keys).size).toBe(values.length);
  });

  it('counts the last row of a job that was done twice', () => {
    const rows = [
      sampleRow({ status: 'failed', reason: 'killed' }),
      sampleRow({ score: [0.7], doneTime: 2 }),
      sampleRow({ score: [0.8], doneTime: 3 }),
    ];
    expect(summarizeRows(rows)).toEqual([
      expect.objectContaining({ status: 'done', scores: [0.8], reason: null }),
    ]);
  });

  it('counts the row of the original with the most scores', () => {
    const rows = [originalRow([0.5]), originalRow([0.5, 0.6, 0.7], { seconds: 4 }), originalRow([0.5, 0.6])];
    expect(summarizeRows(rows, { dataset: 'mnist' })).toEqual([
      expect.objectContaining({
        dataset: 'mnist',
        scores: [0.5, 0.6, 0.7],
        secondsPerRepeat: 4,
        cpuSecondsPerRepeat: null,
        predictionHashes: [],
      }),
    ]);
  });

  it('keeps the reason of what is not done', () => {
    const [summary] = summarizeRows([sampleRow({ status: 'refused', reason: 'it needs 30 GB' })]);
    expect(summary).toMatchObject({ status: 'refused', reason: 'it needs 30 GB', mean: null, repeats: 0 });
  });

  it.each([
    { samples: { train: 100, test: null } },
    { packageVersion: '0.2.0' },
    { dataset: 'mnist' },
    { name: 'SVC' },
  ])('does not mix results with those of %j', (other) => {
    expect(summarizeRows([sampleRow({}), sampleRow(other)])).toHaveLength(2);
  });

  it('has no mean of a score that is no number', () => {
    const [summary] = summarizeRows([originalRow([0.5, Number.NaN])]);
    expect(summary).toMatchObject({ mean: null, twiceStd: null, repeats: 2 });
  });
});
