import { estimators, GaussianProcessClassifier } from '@fashion-mnist/models';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../configuration.ts';
import { baselinesGrid } from '../grid/baselines-grid.ts';
import { expandGrid } from '../grid/expand-grid.ts';
import { type CostlyWork, expectedCost } from './expected-cost.ts';
import { FAMILY_COSTS } from './family-costs.ts';

/** Measured was without it. */
const SHUFFLE_SECONDS = 0.1;

const ALL = { train: null, test: null };

const workOf = (name: string, parameter: Parameters, train: number | null = null): CostlyWork => ({
  name,
  parameter,
  defaults: {},
  samples: { train, test: null },
});

/** Seconds of fitting and predicting, peak megabytes: tooling/benchmarks/results/classical-growth.json. */
const MEASURED: readonly (readonly [string, Parameters, number, number, number])[] = [
  ['GaussianNB', {}, 60_000, 0.08, 279],
  ['DecisionTreeClassifier', { max_depth: 10 }, 6000, 0.09, 236],
  ['DecisionTreeClassifier', { max_depth: 10 }, 60_000, 0.59, 335],
  ['ExtraTreeClassifier', { max_depth: 10 }, 60_000, 0.13, 334],
  ['RandomForestClassifier', { max_depth: 50 }, 6000, 0.41, 256],
  ['RandomForestClassifier', { max_depth: 50 }, 60_000, 4.25, 456],
  ['GradientBoostingClassifier', { n_estimators: 10 }, 6000, 0.54, 294],
  ['GradientBoostingClassifier', { n_estimators: 10 }, 60_000, 2.95, 457],
  ['HistGradientBoostingClassifier', { max_iter: 10, max_depth: 3 }, 60_000, 3.66, 462],
  ['KNeighborsClassifier', { p: 2 }, 6000, 0.55, 320],
  ['KNeighborsClassifier', { p: 2 }, 60_000, 1.23, 401],
  ['KNeighborsClassifier', { p: 1 }, 60_000, 1.45, 418],
  ['SVC', { C: 10 }, 6000, 0.64, 262],
  ['SVC', { C: 10 }, 60_000, 10.8, 782],
  ['LogisticRegression', { multi_class: 'multinomial' }, 60_000, 3.37, 302],
  ['SGDClassifier', {}, 60_000, 33.9, 312],
  ['Perceptron', { penalty: 'l2' }, 60_000, 0.89, 290],
  ['MLPClassifier', { max_iter: 3 }, 6000, 0.18, 238],
  ['MLPClassifier', { max_iter: 3 }, 60_000, 1.07, 296],
];

describe('expectedCost', () => {
  it.each(MEASURED)(
    'of %s(%j) of %i images is what it took, within a factor of 2',
    (name, parameter, train, seconds, megabytes) => {
      const cost = expectedCost(workOf(name, parameter, train));
      expect(cost.seconds).toBeGreaterThan(seconds / 2);
      expect(cost.seconds).toBeLessThan(seconds * 2 + SHUFFLE_SECONDS);
      expect(cost.bytes).toBeGreaterThan(megabytes * 1e6 * 0.9);
      expect(cost.bytes).toBeLessThan(megabytes * 1e6 * 2);
    },
  );

  it('knows every classifier there is', () => {
    expect(Object.keys(FAMILY_COSTS).toSorted()).toEqual(estimators.map(({ name }) => name).toSorted());
  });

  it('is a positive number for every configuration of the baselines, at any number of samples', () => {
    for (const configuration of expandGrid(baselinesGrid).configurations)
      for (const train of [1, 1000, null]) {
        const { seconds, bytes } = expectedCost({ ...configuration, samples: { train, test: 1 } });
        expect(seconds).toSatisfy((value: number) => value > 0 && Number.isFinite(value));
        expect(bytes).toSatisfy((value: number) => value > 0 && Number.isFinite(value));
      }
  });

  it('grows with the samples, up to those of the dataset', () => {
    const at = (train: number | null) => expectedCost(workOf('SVC', {}, train), { train: 500, test: 100 });
    expect(at(100).seconds).toBeLessThan(at(200).seconds);
    expect(at(100).bytes).toBeLessThan(at(200).bytes);
    expect(at(1000)).toEqual(at(null));
    expect(at(500)).toEqual(at(null));
  });

  it('takes defaults of the grid into account', () => {
    const parameter = { loss: 'hinge' };
    const { seconds } = expectedCost({ name: 'SGDClassifier', parameter, defaults: {}, samples: ALL });
    const defaults = { max_iter: 5, tol: null };
    expect(expectedCost({ name: 'SGDClassifier', parameter, defaults, samples: ALL }).seconds).toBeLessThan(
      seconds / 10,
    );
  });

  it('expects more memory for a Gaussian process than there is where `models` refuses it', async () => {
    const limit = 2 ** 32;
    const bytesOf = (train: number) => expectedCost(workOf('GaussianProcessClassifier', {}, train)).bytes;
    expect(bytesOf(60_000)).toBeGreaterThan(80e9);
    const tooMany = 14_000;
    const labels = Uint8Array.from({ length: tooMany }, (_, index) => index % 2);
    const samples = { data: new Uint8Array(tooMany), shape: [tooMany, 1] };
    await expect(new GaussianProcessClassifier().fit(samples, labels)).rejects.toThrow(
      expect.objectContaining({ code: 'E_MEMORY' }),
    );
    expect(bytesOf(tooMany)).toBeGreaterThan(limit);
  });

  it.each([
    workOf('OfTomorrowClassifier', { wings: 2 }),
    workOf('SVC', { C: -1 }),
    workOf('LinearSVC', { penalty: 'l1', loss: 'hinge' }),
  ])('says something of what it cannot know: %j', (work) => {
    const { seconds, bytes } = expectedCost(work);
    expect(seconds).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(1e8);
  });
});
