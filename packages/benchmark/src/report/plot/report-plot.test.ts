import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { VIEWS } from '../views.ts';
import { reportPlot } from './report-plot.ts';

const { rows } = sampleReport();
const size = { width: 600, height: 400 };
const marksOf = (svg: string) =>
  [...svg.matchAll(/transform="translate\((\S+) (\S+)\)" data-row="(\d+)"/g)].map(([, x, y, row]) => ({
    x: Number(x),
    y: Number(y),
    name: rows[Number(row)]?.name,
  }));

describe('reportPlot', () => {
  it('has a mark for every row with an accuracy, and none for others', () => {
    expect(marksOf(reportPlot(rows, 'mnist', size).text).map(({ name }) => name)).toEqual([
      'SVC',
      'GaussianNB',
      'SGDClassifier',
    ]);
  });

  it.each(VIEWS)('keeps the marks of %s within the picture', (view) => {
    const marks = marksOf(reportPlot(rows, view, size).text);
    expect(marks.length).toBeGreaterThan(2);
    for (const { x, y } of marks) {
      expect(x > 0 && x < size.width).toBe(true);
      expect(y > 0 && y < size.height).toBe(true);
    }
  });

  it('puts what is slower to the right and what is better above', () => {
    const marks = marksOf(reportPlot(rows, 'fashion', size).text);
    const [svc, bayes] = ['SVC', 'GaussianNB'].map((name) => marks.find((mark) => mark.name === name));
    expect(svc?.x).toBeGreaterThan(bayes?.x ?? Infinity);
    expect(svc?.y).toBeLessThan(bayes?.y ?? 0);
  });

  it('draws nothing but axes where there is no result', () => {
    expect(reportPlot([], 'both', size).text).not.toMatch(/class="(?:mark |guide)|NaN|Infinity/);
  });
});
