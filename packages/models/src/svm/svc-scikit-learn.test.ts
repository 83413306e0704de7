import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/svc.json' with { type: 'json' };
import type { Features } from '../samples/features.ts';
import { SVC } from './svc.ts';
import type { SvcOptions } from './svc-options.ts';

const FEATURES = 6;
const TOLERANCE = 1e-9;
const scaling = { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) };

function features(form: string, pixels: readonly number[], rows: readonly number[]): Features {
  const data = Uint8Array.from(rows.flatMap((row) => pixels.slice(row * FEATURES, (row + 1) * FEATURES)));
  const shape = [rows.length, FEATURES];
  if (form === 'bytes') return ndArray(data, shape);
  if (form === 'scaled') return { data, shape, scaling };
  const { mean, scale } = scaling;
  const scaled = (value: number, i: number) => (value - mean[i % FEATURES]!) / scale[i % FEATURES]!;
  return ndArray(Float32Array.from(data, scaled), shape);
}

const test = (form: string) =>
  features(
    form,
    golden.test,
    Array.from({ length: golden.test.length / FEATURES }, (_, i) => i),
  );

async function fit({ options, form, rows, weighted }: (typeof golden.cases)[number]) {
  const model = new SVC({ ...(options as SvcOptions), tol: TOLERANCE });
  return model.fit(
    features(form, golden.train, rows),
    Int32Array.from(rows, (row) => golden.labels[row]!),
    { sampleWeight: weighted ? rows.map((row) => golden.weights[row]!) : undefined },
  );
}

function expectNear(actual: Iterable<number>, expected: readonly number[], tolerance: number): void {
  const values = [...actual];
  expect(values.length).toBe(expected.length);
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - values[i]!)));
  expect(worst).toBeLessThan(tolerance);
}

/**
 * Kernels are float32 (6e-8) here and float64 there; with boxes up to 10 that moves decisions by some 1e-6. Scaled bytes
 * are rounded to a 5,000th of a standard deviation and less.
 */
const decisionTolerance = (form: string) => (form === 'scaled' ? 2e-3 : 1e-4);

describe.each(golden.cases.map((one) => [`${one.name}, ${one.form}`, one] as const))('SVC, %s', (_, one) => {
  it('has the optimum that scikit-learn finds', async () => {
    const model = await fit(one);
    expect([...model.support]).toEqual(one.support);
    expect([...model.nSupport]).toEqual(one.nSupport);
    expect(model.gamma === 1 && one.options.kernel === 'linear' ? one.gamma : model.gamma).toBeCloseTo(
      one.gamma,
      9,
    );
    const largest = Math.max(...one.dualCoef.map(Math.abs));
    // The duals follow from the kernel by an inverse, which magnifies its rounding.
    expectNear(model.dualCoef.data, one.dualCoef, largest * (one.form === 'scaled' ? 0.02 : 1e-3));
    const farthest = Math.max(1, ...one.intercept.map(Math.abs));
    expectNear(model.intercept, one.intercept, farthest * decisionTolerance(one.form));
    if (one.coef === null) expect(model.coef).toBeUndefined();
    else expectNear(model.coef!.data, one.coef, decisionTolerance(one.form));
  });

  it('decides and predicts as scikit-learn does', async () => {
    const model = await fit(one);
    const { data } = await model.decisionFunction(test(one.form));
    expectNear(data, one.decisions, decisionTolerance(one.form));
    expect([...(await model.predict(test(one.form)))]).toEqual(one.predicted);
  });
});
