import { humanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { describe, expect, it } from 'vitest';
import { modelsOnSameImages, people, verifiedModels } from './rivals.ts';
import { confusionTable, frequentConfusions, scoreOf, scoreOfPredictions } from './score.ts';

const protocol = humanProtocol({ testCount: 10, imageCount: 10 });
const labels = Uint8Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
const given = [
  [0, 0],
  [1, 2],
  [2, 2],
  [4, 2],
  [5, 0],
] as const;
const answers = given.map(([index, label]) => ({ index, label, annotator: 'Ada', seconds: index }));

describe('the score', () => {
  it('is the share of right answers, with the interval and the median time', () => {
    const score = scoreOf(answers, protocol, labels);
    expect(score).toMatchObject({ accuracy: 2 / 5, count: 5, medianSeconds: 2 });
    // scipy 1.10.1: binomtest(2, 5).proportion_ci(method='wilson')
    expect(score?.interval[0]).toBeCloseTo(0.11762, 5);
    expect(score?.interval[1]).toBeCloseTo(0.76928, 5);
    expect(scoreOf([], protocol, labels)).toBeUndefined();
  });

  it('counts what was taken for what, the most frequent first', () => {
    const table = confusionTable(answers, labels, 3);
    expect(table).toEqual([
      [1, 0, 0],
      [0, 0, 2],
      [1, 0, 1],
    ]);
    expect(frequentConfusions(table)).toEqual([
      { label: 1, answer: 2, count: 2 },
      { label: 2, answer: 0, count: 1 },
    ]);
  });

  it('of a model is of the very images that have answers', () => {
    expect(scoreOfPredictions(() => 2, answers, labels)).toMatchObject({ accuracy: 2 / 5, count: 5 });
  });
});

describe('the rivals', () => {
  it('are people as in the original, and models that are verified', () => {
    expect(people(1000)).toMatchObject({ accuracy: 0.835, count: 1000 });
    expect(verifiedModels().map(({ name }) => name)).toContain('HOG+SVM');
  });

  it('are models of the page where they have judged all images that have answers', () => {
    const predictions = {
      model: 'always class 2',
      dataset: 'fashion-mnist',
      first: 100,
      count: 10,
      unseen: true,
      probabilities: Float32Array.from({ length: 30 }, (_, at) => (at % 3 === 2 ? 0.8 : 0.1)),
    };
    const same = { dataset: 'fashion-mnist', first: 100, labels, answers };
    expect(modelsOnSameImages([predictions], same)).toMatchObject([
      { name: 'always class 2', accuracy: 2 / 5, isOnSameImages: true },
    ]);
    expect(modelsOnSameImages([{ ...predictions, count: 5 }], same)).toEqual([]);
    expect(modelsOnSameImages([{ ...predictions, dataset: 'mnist' }], same)).toEqual([]);
  });
});
