import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { resultProblems } from '../schema/result-schema.ts';
import { someLabels } from '../testing/made-images.ts';
import { checkSubmission, type SubmissionJudge } from './check-submission.ts';
import type { Submission } from './submission.ts';

const COUNT = 2000;
const definition = describeDataset('fashion-mnist');
const truth = someLabels(COUNT, 1);
const training = someLabels(3 * COUNT, 2);
const judge: SubmissionJudge = {
  definition,
  test: { labels: truth, classNames: definition.classNames },
  otherOrders: [{ name: 'the first training images', labels: training }],
  earlier: [],
  date: new Date('2026-11-29T12:00:00Z'),
};

/** Labels of which every tenth is wrong. */
function nearly(labels: Uint8Array): number[] {
  return Array.from(labels, (label, image) => (image % 10 === 0 ? (label + 1) % 10 : label));
}

const honest: Submission = {
  classifier: '3 Conv+2 FC',
  preprocessing: 'None',
  submitter: '@somebody',
  links: ['https://example.org/code'],
  dataset: 'fashion-mnist',
  labels: nearly(truth),
  testSetUsedOnce: true,
};

async function problemsOf(
  changes: Partial<Submission>,
  judged: Partial<SubmissionJudge> = {},
): Promise<string> {
  try {
    await checkSubmission({ ...honest, ...changes }, { ...judge, ...judged });
  } catch (error) {
    expect(error).toMatchObject({ code: 'E_LEADERBOARD' });
    return String(error);
  }
  return 'none';
}

describe('checkSubmission', () => {
  it('makes a row of an honest submission', async () => {
    const result = await checkSubmission(honest, judge);
    expect(result).toMatchObject({
      row: '3-conv-2-fc-somebody',
      figures: [{ accuracy: 0.9, correct: 1800, count: 2000 }],
      warnings: [],
      date: '2026-11-29',
    });
    expect(resultProblems(JSON.parse(JSON.stringify(result)))).toEqual([]);
  });

  it.each<[string, Partial<Submission>, RegExp]>([
    ['too few labels', { labels: [1, 2, 3] }, /labels: expected 2000, one per test image, got 3/],
    ['no labels', { labels: undefined as never }, /labels: expected 2000/],
    ['a label out of range', { labels: nearly(truth).with(7, 10) }, /labels: expected 0\.\.9, got 10 at 7/],
    ['a label that is no whole number', { labels: nearly(truth).with(7, 0.5) }, /got 0\.5 at 7/],
    ['labels from 1 on', { labels: nearly(truth).map((label) => label + 1) }, /begin at 0: subtract 1/],
    ['no classifier', { classifier: ' ' }, /classifier: expected a text/],
    ['two lines', { submitter: '@some\nbody' }, /submitter: expected one line/],
    ['no code', { links: [] }, /code: expected a web address/],
    ['an address that is none', { links: ['javascript:alert(1)'] }, /code: expected https/],
    ['an address that breaks a table', { links: ['https://a.org/)<b>'] }, /code: expected https/],
    [
      'another dataset',
      { dataset: 'mnist' },
      /dataset: expected fashion-mnist, by which it is judged, got mnist/,
    ],
    ['no statement', { testSetUsedOnce: false }, /the test set was used once/],
    ['the test labels', { labels: [...truth] }, /the labels of the test images themselves/],
    [
      'the test labels but for some',
      { labels: [...truth].with(0, 9 - (truth[0] ?? 0)) },
      /accuracy 0\.9995: above 0\.98/,
    ],
    [
      'labels of other images',
      { labels: nearly(training.subarray(0, COUNT)) },
      /order of the first training images/,
    ],
    ['labels sorted by class', { labels: nearly(truth).toSorted((a, b) => a - b) }, /sorted by class/],
    ['labels moved by a line', { labels: [...nearly(truth).slice(1), 0] }, /fit better when moved by 1/],
    ['labels by chance', { labels: [...someLabels(COUNT, 3)] }, /is what guessing gives/],
  ])('refuses %s', async (_, changes, message) => {
    expect(await problemsOf(changes)).toMatch(message);
  });

  it('says all that is wrong in one message', async () => {
    const problems = await problemsOf({ classifier: '', links: ['x'], testSetUsedOnce: false, labels: [1] });
    expect(problems.match(/^- /gm)).toHaveLength(4);
  });

  it('refuses labels that have been handed in before, under whatever name', async () => {
    const result = await checkSubmission(honest, judge);
    const earlier = [{ file: 'earlier.json', result }];
    expect(await problemsOf({ classifier: 'another' }, { earlier })).toMatch(
      /handed in before: earlier\.json/,
    );
  });

  it('notes a class that is never predicted, and takes the row', async () => {
    const labels = nearly(truth).map((label) => (label === 6 ? 0 : label));
    expect((await checkSubmission({ ...honest, labels }, judge)).warnings).toEqual([
      'class 6, Shirt, is never predicted',
    ]);
  });
});
