import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/mlp.json' with { type: 'json' };
import { resolveOptions } from '../options/resolve-options.ts';
import { featureMatrix } from '../samples/features.ts';
import { expectClose } from '../testing/close.ts';
import { fittedNetwork } from './fitted-network.ts';
import { type MLPClassifierOptions, NAME, RULES } from './mlp-options.ts';
import { layerSizes, type NetworkWeights } from './network-weights.ts';
import { trainAtOnce } from './train-at-once.ts';
import { trainInBatches } from './train-in-batches.ts';

type Case = (typeof golden.cases)[number];

/** Scaled as in the script, by powers of two: exact in float32. */
function problem(classCount: number) {
  const { samples, labels } = golden.problems[classCount === 2 ? '2' : '3'];
  const features = samples[0]!.length;
  const scaling = {
    mean: new Float64Array(features).fill(128),
    scale: new Float64Array(features).fill(64),
  };
  const x = { data: Uint8Array.from(samples.flat()), shape: [samples.length, features], scaling };
  return { x, codes: Int32Array.from(labels) };
}

/** The script's weights. */
function start(sizes: readonly number[]): NetworkWeights {
  const values = (layer: number, length: number) =>
    Float32Array.from({ length }, (_, i) => ((i * 7919 + layer * 131) % 1024) / 1024 - 0.5);
  return sizes.slice(1).map((outputCount, layer) => {
    const inputCount = sizes[layer]!;
    const coef = values(layer, inputCount * outputCount);
    return { inputCount, outputCount, coef, intercept: values(layer + 7, outputCount) };
  });
}

async function learn({ classCount, options: given }: Case) {
  const options = resolveOptions(NAME, RULES, given as MLPClassifierOptions);
  const { x, codes } = problem(classCount);
  const matrix = featureMatrix(x);
  const weights = start(layerSizes(matrix.featureCount, options.hiddenLayerSizes, classCount));
  const pool = await createInlinePool();
  const data = { matrix, codes, classCount };
  const chance = { order: createRng(0), validation: createRng(1) };
  const training =
    options.solver === 'lbfgs'
      ? await trainAtOnce(pool, data, weights, options, {})
      : await trainInBatches(pool, data, weights, options, chance, {});
  const classes = Int32Array.from({ length: classCount }, (_, label) => label);
  return { model: fittedNetwork(training, classes, options), x };
}

const isConvex = ({ options }: Case) => options.hiddenLayerSizes.length === 0;
const isAtOnce = ({ options }: Case) => options.solver === 'lbfgs';
const named = golden.cases.map((each) => ({ name: JSON.stringify(each.options), ...each }));

describe.each(named.filter((each) => !isAtOnce(each)))('from given weights, $name', (each) => {
  it("takes scikit-learn's steps", async () => {
    const { model, x } = await learn(each);
    expect(model.nIter).toBe(each.nIter);
    expectClose(model.lossCurve, each.lossCurve, 1e-6);
    expect(model.loss).toBeCloseTo(each.loss, 5);
    expect(model.bestLoss).toBeCloseTo(each.bestLoss!, 5);
    model.coefs.forEach(({ data }, layer) => {
      expectClose(data, each.coefs[layer]!, 1e-4);
    });
    model.intercepts.forEach((intercept, layer) => {
      expectClose(intercept, each.intercepts[layer]!, 1e-4);
    });
    const { data } = await model.predictProba(x);
    expectClose(data.subarray(0, each.probabilities.length), each.probabilities, 1e-5);
    expect([...(await model.predict(x))]).toEqual(each.predictions);
  });
});

describe.each(named.filter((each) => isAtOnce(each) && isConvex(each)))('at once, $name', (each) => {
  it("comes to scikit-learn's minimum", async () => {
    const { model, x } = await learn(each);
    expect(model.loss).toBeLessThan(each.loss * (1 + 1e-4));
    expectClose(model.coefs[0]!.data, each.coefs[0]!, 5e-3);
    const { data } = await model.predictProba(x);
    expectClose(data.subarray(0, each.probabilities.length), each.probabilities, 5e-3);
  });
});

describe.each(named.filter((each) => isAtOnce(each) && !isConvex(each)))('at once, $name', (each) => {
  it('gets about as far in as many iterations as scikit-learn', async () => {
    const { model } = await learn(each);
    expect(model.nIter).toBe(each.nIter);
    expect(model.loss / each.loss).toBeGreaterThan(0.8);
    expect(model.loss / each.loss).toBeLessThan(1.2);
  });
});
