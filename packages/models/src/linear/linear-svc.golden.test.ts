import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/linear-svc.json' with { type: 'json' };
import { LinearSVC, type LinearSVCOptions } from './linear-svc.ts';
import { allOf, distance, labelsOf, objectiveOf, samplesOf } from './testing/golden-svc-problem.ts';

describe('LinearSVC beside scikit-learn', () => {
  it.each(golden.cases)(
    'finds the same optimum with $name',
    async ({ options, rows, isWeighted, coef, intercept, predictions }) => {
      const sampleWeight = isWeighted ? rows.map((row) => golden.sampleWeight[row] ?? 0) : undefined;
      // The objective of the hinge loss may be off by the tolerance for every sample.
      const tol = 'loss' in options ? 1e-5 : 1e-4;
      const classifier = new LinearSVC({ ...(options as LinearSVCOptions), tol, maxIter: 1e6 });
      const model = await classifier.fit(samplesOf(rows), labelsOf(rows), { sampleWeight });
      const found = { coef: [...model.coef.data], intercept: [...model.intercept] };
      const ratio =
        objectiveOf(options as LinearSVCOptions, rows, sampleWeight, found) /
        objectiveOf(options as LinearSVCOptions, rows, sampleWeight, { coef, intercept });
      expect(model.converged).toBe(true);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-3);
      expect(distance(allOf(model), [...coef, ...intercept])).toBeLessThan(0.02);
      expect([...(await model.predict(samplesOf(rows)))]).toEqual(predictions);
    },
  );

  it.each(golden.validity)('accepts or refuses $options alike', ({ options, valid }) => {
    const create = () => new LinearSVC(options as LinearSVCOptions);
    if (valid) expect(create().options).toMatchObject(options);
    else expect(create).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });
});
