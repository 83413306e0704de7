import { describe, expect, it } from 'vitest';
import { reportTable } from './report-table.ts';
import { sampleReport } from './testing/sample-report.ts';

const report = sampleReport();
const tableOf = (width?: number) => {
  const lines = reportTable(report, { width });
  return lines.slice(0, lines.indexOf(''));
};

describe('reportTable', () => {
  it.each([40, 41, 60, 80, 99, 120, 200])('fits %d characters, notes too', (width) => {
    for (const line of reportTable(report, { width })) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('has a line per configuration with the figures of both datasets beside the paper', () => {
    const [, , , first] = tableOf();
    expect(first?.split(/\s{2,}/).join(' | ')).toBe(
      'SVC | C=10 kernel=rbf | 0.8984 | 0.897 | 12.0 s | 0.9726 | 0.973 | -0.0004 | 9.00 s',
    );
    expect(tableOf()).toHaveLength(3 + report.rows.length);
  });

  it('aligns figures at their ends', () => {
    const [, titles = '', , ...rows] = tableOf(200);
    const end = titles.indexOf('Accuracy') + 'Accuracy'.length;
    for (const row of rows.slice(0, 3)) expect(row.slice(0, end)).toMatch(/\d\.\d{4}$/);
  });

  it('is plain ASCII', () => {
    for (const line of reportTable(report, { width: 80 })) expect(line).toMatch(/^[ -~]*$/);
  });

  it('keeps both accuracies where it drops times, differences and parameters', () => {
    const [datasets = '', titles = ''] = tableOf(40);
    expect(datasets).toMatch(/Fashion-MNIST +MNIST$/);
    expect(titles.match(/Accuracy/g)).toHaveLength(2);
    expect(tableOf(80)[1]).not.toContain('Time');
  });

  it('says the word where there is no accuracy', () => {
    const text = tableOf().join('\n');
    expect(text).toMatch(/RandomForestClassifier +max_depth=50 +refused/);
    expect(text).toMatch(/LinearSVC .* left out/);
  });

  it('refuses a width that no table fits', () => {
    expect(() => reportTable(report, { width: 39 })).toThrow(RangeError);
    expect(() => reportTable(report, { width: Number.NaN })).toThrow(RangeError);
  });
});
