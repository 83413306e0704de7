import { describe, expect, it } from 'vitest';
import { type BenchmarkState, formatBenchmarkState, INITIAL, parseBenchmarkState } from './address.ts';

const chosen: BenchmarkState = {
  section: 'leaderboard',
  classifiers: {
    view: 'mnist',
    order: { column: 'mnist-time', isDescending: false },
    filter: 'svc & rbf',
    hidden: new Set(['GaussianNB', 'Perceptron']),
  },
  leaderboard: {
    order: { column: 'submitter', isDescending: false },
    filter: 'conv',
    hidden: new Set(['runnable', 'constant']),
  },
};

describe('the address of the benchmark', () => {
  it('says nothing of what is as at first', () => {
    expect(formatBenchmarkState(INITIAL).toString()).toBe('');
    expect(parseBenchmarkState(new URLSearchParams())).toEqual(INITIAL);
  });

  it('gives back all that a reader has chosen', () => {
    const address = formatBenchmarkState(chosen).toString();
    expect(parseBenchmarkState(new URLSearchParams(address))).toEqual(chosen);
  });

  it('keeps what was chosen on the leaderboard apart from what was chosen of the classifiers', () => {
    const query = formatBenchmarkState({ ...INITIAL, leaderboard: chosen.leaderboard });
    expect(parseBenchmarkState(query).classifiers).toEqual(INITIAL.classifiers);
  });

  it.each(['section=nowhere', 'board-sort=-unknown', 'board-without=everything', 'sort=__proto__', 'view=1'])(
    'takes %s, which means nothing, as if it were not there',
    (query) => {
      expect(parseBenchmarkState(new URLSearchParams(query))).toEqual(INITIAL);
    },
  );
});
