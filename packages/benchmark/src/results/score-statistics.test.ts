import { expect, it } from 'vitest';
import { scoreStatistics } from './score-statistics.ts';

it.each([
  { scores: [0.5], mean: 0.5, doubledDeviation: 0 },
  { scores: [0, 1], mean: 0.5, doubledDeviation: 1 },
  { scores: [0.2, 0.4, 0.4, 0.6], mean: 0.4, doubledDeviation: 2 * Math.sqrt(0.02) },
])('gives mean and twice the population standard deviation of $scores, as numpy', (expected) => {
  const { mean, doubledDeviation } = scoreStatistics(expected.scores);
  expect(mean).toBeCloseTo(expected.mean, 15);
  expect(doubledDeviation).toBeCloseTo(expected.doubledDeviation, 15);
});

it('has nothing to say about no score', () => {
  expect(scoreStatistics([])).toEqual({ mean: null, doubledDeviation: null });
});
