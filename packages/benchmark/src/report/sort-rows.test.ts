import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import type { ColumnKey } from './report-columns.ts';
import { sortRows } from './sort-rows.ts';
import { summarizeRows } from './summarize-rows.ts';
import { originalRow, sampleReport, sampleRow } from './testing/sample-report.ts';

const names = (column: ColumnKey, isDescending: boolean) =>
  sortRows(sampleReport().rows, { column, isDescending }).map(({ name }) => name);

describe('sortRows', () => {
  it('sorts by accuracy in both directions, and rows without one come last in both', () => {
    expect(names('fashion-accuracy', true).slice(0, 3)).toEqual(['SVC', 'SGDClassifier', 'GaussianNB']);
    const ascending = names('fashion-accuracy', false);
    expect(ascending.slice(1, 4)).toEqual(['GaussianNB', 'SGDClassifier', 'SVC']);
    expect(ascending.slice(4)).toEqual(names('fashion-accuracy', true).slice(4));
  });

  it('puts accuracies that are no numbers last', () => {
    const rows = [originalRow([Number.NaN], { name: 'Bad' }), sampleRow({ name: 'Good' })];
    const { rows: reported } = buildReport(summarizeRows(rows));
    for (const isDescending of [true, false])
      expect(sortRows(reported, { column: 'fashion-accuracy', isDescending })[1]?.name).toBe('Bad');
  });

  it('reads numbers within parameters as numbers', () => {
    const rows = [100, 9, 10].map((max_depth) => sampleRow({ name: 'Tree', parameter: { max_depth } }));
    const { rows: reported } = buildReport(summarizeRows(rows));
    const sorted = sortRows(reported, { column: 'parameter', isDescending: false });
    expect(sorted.map(({ parameter }) => parameter['max_depth'])).toEqual([9, 10, 100]);
  });
});
