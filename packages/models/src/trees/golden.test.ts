import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/trees.json' with { type: 'json' };
import { estimators } from '../estimators.ts';
import type { Features } from '../samples/features.ts';
import { DecisionTreeClassifier, type DecisionTreeClassifierOptions } from './decision-tree-classifier.ts';
import type { FittedRandomForestClassifier } from './fitted-forest.ts';
import type { RandomForestClassifierOptions } from './forest-options.ts';
import { RandomForestClassifier } from './random-forest-classifier.ts';
import type { FittedTree } from './single-tree.ts';

type Case = (typeof golden.trees)[number];

/** The samples of a case, as it says. */
function featuresOf({ x, shape, scaling }: Pick<Case, 'x' | 'shape' | 'scaling'>): Features {
  if (typeof x !== 'string') return { data: Float32Array.from(x), shape };
  const bytes = { data: decoded(x), shape };
  if (scaling === null) return bytes;
  return {
    ...bytes,
    scaling: { mean: Float64Array.from(scaling.mean), scale: Float64Array.from(scaling.scale) },
  };
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function firstRows({ data, shape, ...rest }: Features, count: number): Features {
  const width = data.length / shape[0]!;
  return { ...rest, data: data.subarray(0, count * width), shape: [count, width] };
}

/** Both compute in float64, in another order. */
const DIGITS = 10;

function expectClose(actual: Iterable<number>, expected: readonly number[], digits = DIGITS): void {
  const values = [...actual];
  expect(values.length).toBe(expected.length);
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, digits);
  });
}

describe('DecisionTreeClassifier', () => {
  it.each(golden.trees)('grows the tree of scikit-learn: $name', async (given) => {
    const x = featuresOf(given);
    const estimator = new DecisionTreeClassifier(given.options as DecisionTreeClassifierOptions);
    const model = await estimator.fit(x, Int32Array.from(given.y), {
      sampleWeight: given.sampleWeight ?? undefined,
    });
    const { tree } = model;
    expect([...tree.feature]).toEqual(given.tree.feature);
    expect([...tree.threshold]).toEqual(given.tree.threshold);
    expect([...tree.nNodeSamples]).toEqual(given.tree.nNodeSamples);
    expectClose(tree.value.data, given.tree.value);
    expectClose(tree.impurity, given.tree.impurity);
    expectClose(model.featureImportances, given.featureImportances);
    expect([model.depth, model.leafCount]).toEqual([given.depth, given.leafCount]);
    expectClose((await model.predictProba(firstRows(x, 8))).data, given.predictProba);
    expect([...(await model.predict(x))]).toEqual(given.predict);
  });
});

describe('RandomForestClassifier', () => {
  it('without chance predicts as that of scikit-learn', async () => {
    const given = golden.forest;
    const x = featuresOf(given);
    const options = given.options as unknown as RandomForestClassifierOptions;
    const model = await new RandomForestClassifier(options).fit(x, Int32Array.from(given.y));
    expectClose(model.featureImportances, given.featureImportances);
    expectClose((await model.predictProba(firstRows(x, 8))).data, given.predictProba);
  });
});

describe('chance', () => {
  const { x, shape, y, trainCount, cases } = golden.chance;
  const [sampleCount = 0, width = 0] = shape;
  const rows = (from: number, to: number) => ({
    data: decoded(x).subarray(from * width, to * width),
    shape: [to - from, width],
  });
  const [train, test] = [rows(0, trainCount), rows(trainCount, sampleCount)];
  const [yTrain, yTest] = [Int32Array.from(y.slice(0, trainCount)), Int32Array.from(y.slice(trainCount))];
  const RUNS = 20;

  it.each(cases)(
    'plays no other part than in scikit-learn: $name',
    async ({ estimator, options, figures }) => {
      const { create } = estimators.find(({ name }) => name === estimator)!;
      const runs: Record<string, number>[] = [];
      for (let seed = 0; seed < RUNS; seed++) {
        const model = await create(options).fit(train, yTrain, { seed });
        runs.push({ accuracy: await model.score(test, yTest), ...figuresOf(model as FittedTree) });
      }
      for (const [name, { mean, deviation }] of Object.entries(figures)) {
        const ours = runs.map((run) => run[name]!);
        const average = ours.reduce((sum, value) => sum + value, 0) / RUNS;
        // Five standard errors of the difference of two means, scikit-learn's over 60 runs.
        const bound = 5 * deviation * Math.sqrt(1 / RUNS + 1 / 60);
        expect(Math.abs(average - mean), name).toBeLessThanOrEqual(bound);
      }
    },
  );
});

function figuresOf(model: FittedTree | FittedRandomForestClassifier): Record<string, number> {
  if (!('treeAt' in model)) return { leafCount: model.leafCount, depth: model.depth };
  const trees = Array.from({ length: model.treeCount }, (_, index) => model.treeAt(index));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    leafCount: mean(trees.map(({ feature }) => (feature.length + 1) / 2)),
    depth: mean(trees.map(depthOf)),
    largestImportance: Math.max(...model.featureImportances),
    oobScore: model.oobScore ?? Number.NaN,
  };
}

function depthOf({ childrenLeft, childrenRight }: FittedTree['tree']): number {
  const depths = new Int32Array(childrenLeft.length);
  childrenLeft.forEach((left, node) => {
    if (left < 0) return;
    depths[left] = depths[node]! + 1;
    depths[childrenRight[node]!] = depths[node]! + 1;
  });
  return Math.max(...depths);
}
