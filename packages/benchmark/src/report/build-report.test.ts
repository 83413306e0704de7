import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import { summarizeRows } from './summarize-rows.ts';
import { sampleReport, sampleRow } from './testing/sample-report.ts';

const naiveBayes = { name: 'GaussianNB', parameter: {}, defaults: {} };
const mnist = (score: number, more = {}) => sampleRow({ dataset: 'mnist', score: [score], ...more });
const reportOf = (rows: Parameters<typeof summarizeRows>[0], paper = 0.524) =>
  buildReport(summarizeRows(rows), { paperResult: () => ({ fashion: 0.511, mnist: paper }) });

describe('buildReport', () => {
  it('has a row for every configuration of the grid, in its order, then for what else has results', () => {
    expect(sampleReport().rows.map(({ name }) => name)).toEqual([
      'SVC',
      'GaussianNB',
      'SGDClassifier',
      'MLPClassifier',
      'RandomForestClassifier',
      'LinearSVC',
      expect.stringContaining('script'),
    ]);
  });

  it('says of each why it has no accuracy', () => {
    const { rows } = sampleReport();
    expect(rows.map(({ fashion: { status, reason } }) => [status, reason])).toEqual([
      ['done', null],
      ['done', null],
      ['done', null],
      ['missing', null],
      ['refused', 'it needs 30 GB'],
      ['left-out', 'l1 does not go with hinge'],
      ['done', null],
    ]);
  });

  it.each([
    [0.514, true],
    [0.534, true],
    [0.5341, false],
    [0.5139, false],
  ])('compares %d on MNIST with 0.524 of the paper: within 0.01 is %s', (accuracy, agrees) => {
    const { rows, agreement } = reportOf([mnist(accuracy)]);
    expect(rows[0]?.mnist).toMatchObject({ agrees, difference: expect.closeTo(accuracy - 0.524, 12) });
    expect(agreement).toMatchObject({ compared: 1, agreeing: Number(agrees) });
  });

  it('does not judge Fashion-MNIST by the paper, and says why', () => {
    const { rows, notes, agreement } = reportOf([sampleRow({ score: [0.9] })]);
    expect(rows[0]?.fashion).toMatchObject({ agrees: null, difference: expect.closeTo(0.389, 12) });
    expect(agreement.compared).toBe(0);
    expect(notes[0]).toMatch(
      /Fashion-MNIST column was measured .* before the files were re-shuffled .* de-duplicated/,
    );
  });

  it('names each row that does not agree, and why where it is known', () => {
    const { agreement, notes } = sampleReport();
    expect(agreement).toMatchObject({ compared: 3, agreeing: 2 });
    expect(notes).toContainEqual(
      expect.stringMatching(
        /^SGDClassifier loss=hinge penalty=l2: 0\.8956 .* 0\.914 \(-0\.0184\): it made five passes\.$/,
      ),
    );
    expect(reportOf([mnist(0.9)]).notes).toContainEqual(
      expect.stringMatching(/^GaussianNB: .* not explained\.$/),
    );
  });

  it('takes what is within the spread of the repeats for chance', () => {
    const rows = [0.5, 0.54, 0.55].map((score, repeat) => mnist(score, { repeat }));
    expect(reportOf(rows, 0.51).notes).toContainEqual(expect.stringMatching(/chance: .* our 3 repeats\.$/));
    expect(reportOf(rows, 0.6).notes).toContainEqual(expect.stringMatching(/not explained\.$/));
  });

  it('prefers results on all samples, then the latest, and does not hold parts against the paper', () => {
    const part = mnist(0.7, { samples: { train: 100, test: 100 }, doneTime: 9 });
    const [older, newer] = [
      mnist(0.52, { doneTime: 2 }),
      mnist(0.53, { packageVersion: '0.2.0', doneTime: 3 }),
    ];
    expect(reportOf([part, newer, older]).rows[0]?.mnist.accuracy).toBe(0.53);
    const { rows, notes, agreement } = reportOf([part]);
    expect(rows[0]?.mnist).toMatchObject({ accuracy: 0.7, agrees: null });
    expect(agreement.compared).toBe(0);
    expect(notes).toContainEqual(expect.stringContaining('a part of the samples'));
  });

  it('leaves out datasets that the paper has not', () => {
    expect(buildReport(summarizeRows([sampleRow({ dataset: 'kmnist' })])).rows).toEqual([]);
  });

  it('takes the table of the paper where nothing else is given', () => {
    const parameter = { C: 10, kernel: 'rbf' };
    const { rows } = buildReport(summarizeRows([mnist(0.97, { name: 'SVC', parameter })]));
    expect(rows[0]).toMatchObject({ fashion: { paper: 0.897 }, mnist: { paper: 0.973, agrees: true } });
  });

  it('is about the configurations that a filter finds, and no others', () => {
    const rows = [mnist(0.524), mnist(0.1, { name: 'SVC' })];
    const { rows: found, agreement } = buildReport(summarizeRows(rows), {
      filter: 'gaussian',
      paperResult: () => ({ fashion: null, mnist: 0.524 }),
    });
    expect(found.map(({ name }) => name)).toEqual(['GaussianNB']);
    expect(agreement).toMatchObject({ compared: 1, agreeing: 1 });
  });

  it('reports a grid without any result', () => {
    const { rows, agreement } = buildReport([], { grid: { configurations: [naiveBayes], leftOut: [] } });
    expect(rows).toMatchObject([{ name: 'GaussianNB', fashion: { status: 'missing' } }]);
    expect(agreement).toEqual({ compared: 0, agreeing: 0, disagreements: [] });
  });
});
