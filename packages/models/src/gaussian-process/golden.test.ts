import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/gaussian-process.json' with { type: 'json' };
import { expectClose } from '../testing/close.ts';
import { GaussianProcessClassifier } from './gaussian-process-classifier.ts';
import type { GaussianProcessClassifierOptions } from './gaussian-process-options.ts';
import { LaplaceProblem } from './laplace.ts';
import { MarginalLikelihood } from './marginal-likelihood.ts';
import { placeDistances } from './placed-samples.ts';

const matrix = (rows: readonly (readonly number[])[]) => ({
  data: Float32Array.from(rows.flat()),
  shape: [rows.length, rows[0]!.length],
});

const problem = (classCount: number) => golden.problems[classCount === 2 ? '2' : '3'];

describe.each(golden.cases.map((each) => ({ name: JSON.stringify(each.options), ...each })))(
  '$classCount classes, $name',
  ({ classCount, options, ...wanted }) => {
    it('are told apart as scikit-learn does it', async () => {
      const { samples, labels, queries } = problem(classCount);
      const model = await new GaussianProcessClassifier(options as GaussianProcessClassifierOptions).fit(
        matrix(samples),
        Int32Array.from(labels),
      );
      // Both searches stop where the slope is small; how far from the optimum, differs.
      const tolerance = options.kernel?.optimise === true ? 1e-4 : 1e-9;
      expect(model.logMarginalLikelihood).toBeCloseTo(wanted.logMarginalLikelihood, tolerance < 1e-6 ? 8 : 4);
      expect(model.kernels.length).toBe(wanted.kernels.length);
      expect([...(await model.predict(matrix(queries)))]).toEqual(wanted.predictions);
      if (wanted.probabilities === null) expect(model.predictProba).toBeUndefined();
      else expectClose((await model.predictProba!(matrix(queries))).data, wanted.probabilities, tolerance);
    });
  },
);

it('derives the marginal likelihood as scikit-learn does', async () => {
  const { samples, labels } = problem(2);
  const { constant, lengthScale, value, gradient } = golden.likelihood;
  const pool = await createInlinePool();
  const region = pool.region();
  const { data, shape } = matrix(samples);
  const placed = { data, count: shape[0]!, width: shape[1]! };
  const distances = await placeDistances(pool, region, placed, undefined);
  const laplace = new LaplaceProblem(pool, region, Float64Array.from(labels));
  const likelihood = new MarginalLikelihood(pool, region, laplace, distances, 100, undefined);
  const found = await likelihood.at({ constant, lengthScale, optimise: true });
  expect(found.value).toBeCloseTo(value, 9);
  expectClose(found.gradient, gradient, 1e-9);
});
