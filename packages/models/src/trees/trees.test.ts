import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool, type WorkerPool } from '@fashion-mnist/kernels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Estimator } from '../estimator.ts';
import { estimators } from '../estimators.ts';
import { type Features, featureMatrix, floatFeatures } from '../samples/features.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { DecisionTreeClassifier } from './decision-tree-classifier.ts';
import { ExtraTreeClassifier } from './extra-tree-classifier.ts';
import { RandomForestClassifier } from './random-forest-classifier.ts';

const FAMILY = ['DecisionTreeClassifier', 'ExtraTreeClassifier', 'RandomForestClassifier'];
const family = estimators.filter(({ name }) => FAMILY.includes(name));
const small = (name: string) => (name === 'RandomForestClassifier' ? { nEstimators: 7 } : {});

let pool: WorkerPool;
beforeAll(async () => {
  pool = await createInlinePool();
});
afterAll(() => pool.dispose());

/** Bytes in which a label shows, and the labels. */
function problem(sampleCount: number, featureCount: number, classCount: number) {
  const rng = createRng(5);
  const y = Int32Array.from({ length: sampleCount }, () => rng.nextInt(classCount) * 3 - 4);
  const data = Uint8Array.from({ length: sampleCount * featureCount }, (_, i) => {
    const label = y[Math.floor(i / featureCount)]! + 4;
    return ((label * 29 * ((i % featureCount) + 1)) % 160) + rng.nextInt(90);
  });
  const mean = Float64Array.from({ length: featureCount }, () => 256 * rng.nextFloat());
  const scale = Float64Array.from({ length: featureCount }, () => 1 + 90 * rng.nextFloat());
  return { x: ndArray(data, [sampleCount, featureCount]), y, scaling: { mean, scale } };
}

const line = (...values: number[]) => ndArray(Uint8Array.from(values), [values.length, 1]);

describe.each(family)('$name', ({ name, create }: Estimator) => {
  const { x, y, scaling } = problem(160, 12, 5);
  const classifier = create(small(name));

  it('learns what can be told apart', async () => {
    const model = await classifier.fit(x, y, { pool });
    expect([...model.classes]).toEqual([-4, -1, 2, 5, 8]);
    expect(await model.score(x, y, { pool })).toBeGreaterThan(0.95);
  });

  it('gives shares that add to 1', async () => {
    const model = await create({ ...small(name), maxDepth: 3 }).fit(x, y, { pool });
    const { data, shape } = await model.predictProba!(x, { pool });
    expect(shape).toEqual([160, 5]);
    for (let row = 0; row < 160; row++) {
      const sum = data.subarray(row * 5, row * 5 + 5).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it('learns the same from bytes with a scaling and from the floats that they stand for', async () => {
    const scaled = { ...x, scaling };
    const floats = ndArray(floatFeatures(featureMatrix(scaled)), x.shape);
    const [fromBytes, fromFloats] = [
      await classifier.fit(scaled, y, { pool }),
      await classifier.fit(floats, y, { pool }),
    ];
    const { arrays: a } = fromBytes.state();
    const { arrays: b } = fromFloats.state();
    expect(a['feature']).toEqual(b['feature']);
    expect(a['threshold']).toEqual(b['threshold']);
    expect(a['leafValues']).toEqual(b['leafValues']);
    const probabilities = await fromBytes.predictProba!(scaled, { pool });
    expect(await fromBytes.predictProba!(floats, { pool })).toEqual(probabilities);
    expect(await fromFloats.predictProba!(scaled, { pool })).toEqual(probabilities);
  });

  it('finds the same in bytes and in scaled bytes', async () => {
    const plain = await classifier.fit(x, y, { pool });
    const rising = { mean: new Float64Array(12), scale: new Float64Array(12).fill(4) };
    const scaled = await classifier.fit({ ...x, scaling: rising }, y, { pool });
    expect(scaled.state().arrays['feature']).toEqual(plain.state().arrays['feature']);
  });

  it('takes a single class, and a single sample', async () => {
    const constant = await classifier.fit(line(1, 2, 3), Int32Array.of(7, 7, 7), { pool });
    expect([...(await constant.predict(line(0, 9), { pool }))]).toEqual([7, 7]);
    const alone = await classifier.fit(line(4), Int32Array.of(-2), { pool });
    expect([...(await alone.predict(line(4), { pool }))]).toEqual([-2]);
  });

  it('cannot tell apart what is the same', async () => {
    const model = await create({
      ...small(name),
      ...(name === 'RandomForestClassifier' ? { bootstrap: false } : {}),
    }).fit(line(5, 5, 5, 5), Int32Array.of(1, 1, 1, 2), { pool });
    expect([...(await model.predictProba!(line(5), { pool })).data]).toEqual([0.75, 0.25]);
  });

  it('gives the same model for the same seed, and mostly another one for another', async () => {
    const thresholds = async (seed: number) =>
      (await classifier.fit(x, y, { pool, seed })).state().arrays['threshold']!.data;
    expect(await thresholds(3)).toEqual(await thresholds(3));
    const others = await Promise.all([4, 5, 6].map(thresholds));
    const first = await thresholds(3);
    expect(others.some((other) => other.join() !== first.join())).toBe(true);
  });

  it('counts a sample of weight 2 as two samples, and of weight 0 as none', async () => {
    const options = name === 'RandomForestClassifier' ? { nEstimators: 2, bootstrap: false } : {};
    const twice = { ...options, minSamplesLeaf: 1 };
    const model = await create(twice).fit(line(1, 2, 3, 9), Int32Array.of(0, 1, 0, 5), {
      pool,
      sampleWeight: [2, 1, 1, 0],
    });
    const leafValues = model.state().arrays['leafValues']!.data as Float64Array;
    const trees = name === 'RandomForestClassifier' ? 2 : 1;
    expect(leafValues.reduce((sum, weight) => sum + weight, 0)).toBe(4 * trees);
    expect((await model.predictProba!(line(9), { pool })).data[2]).toBe(0);
  });

  it.each([
    ['NaN', { data: Float32Array.of(1, Number.NaN), shape: [2, 1] }, 'E_NOT_FINITE'],
    ['no sample', { data: new Uint8Array(0), shape: [0, 1] }, 'E_SHAPE'],
    ['another number of labels', line(1, 2, 3), 'E_SHAPE'],
  ])('refuses %s', async (_, features, code) => {
    await expect(classifier.fit(features as Features, Int32Array.of(0, 1), { pool })).rejects.toMatchObject({
      code,
    });
  });

  it('refuses other features than it has learned from', async () => {
    const model = await classifier.fit(x, y, { pool });
    await expect(model.predict(line(1), { pool })).rejects.toMatchObject({ code: 'E_SHAPE' });
  });

  it('refuses weights of labels that do not occur, and weights that are all 0', async () => {
    const fit = (classWeight: Record<string, number>) =>
      create({ classWeight }).fit(line(1, 2), Int32Array.of(0, 1), { pool });
    await expect(fit({ 2: 1 })).rejects.toMatchObject({ code: 'E_OPTION' });
    await expect(fit({ 0: 0, 1: 0 })).rejects.toMatchObject({ code: 'E_OPTION' });
    expect([...(await (await fit({ 0: 0 })).predict(line(1), { pool }))]).toEqual([1]);
  });
});

/** No feature tells two classes apart, so that trees grow deep, and their best splits are no ties. */
function hardProblem(sampleCount: number) {
  const { x, y } = problem(sampleCount, 200, 5);
  const rng = createRng(6);
  return {
    x: ndArray(
      x.data.map((byte) => (byte + rng.nextInt(256)) / 2),
      x.shape,
    ),
    y,
  };
}

describe('pools', () => {
  it.each([
    ['counts of codes', {}],
    ['sorted keys', { classWeight: { '-4': 1.5 } }],
  ])('all give the same bytes by %s', async (_, options) => {
    const { x, y } = hardProblem(5500);
    const trees = { ...options, maxDepth: 4 };
    const fits = (run: WorkerPool) => [
      new DecisionTreeClassifier(trees).fit(x, y, { pool: run, seed: 9 }),
      new ExtraTreeClassifier(trees).fit(x, y, { pool: run, seed: 9 }),
      new RandomForestClassifier({ ...trees, nEstimators: 9, oobScore: true }).fit(x, y, {
        pool: run,
        seed: 9,
      }),
    ];
    await expectSameOnEveryPool(async (run) => {
      const models = await Promise.all(fits(run));
      const probabilities = await Promise.all(models.map((model) => model.predictProba(x, { pool: run })));
      return { models: models.map((model) => model.state()), probabilities };
    });
  });
});

describe('a large tree', () => {
  it.each(['gini', 'entropy'] as const)(
    'is the same whether threads share its nodes or not: %s',
    async (criterion) => {
      const { x, y } = hardProblem(12_000);
      const options = { criterion, maxDepth: 6, minImpurityDecrease: 0.004 };
      const shared = await new DecisionTreeClassifier(options).fit(x, y, { pool });
      const inOneGo = await new RandomForestClassifier({
        ...options,
        nEstimators: 1,
        bootstrap: false,
        maxFeatures: null,
      }).fit(x, y, { pool });
      expect(shared.nodeCount).toBeGreaterThan(12);
      expect(shared.tree.nNodeSamples.filter((count) => count * 200 > 2 ** 20).length).toBeGreaterThan(1);
      expect(shared.tree).toEqual(inOneGo.treeAt(0));
    },
  );
});

describe('class weights', () => {
  it('balanced in the samples of each tree are those balanced in all, where each tree has all', async () => {
    const { x, y } = problem(160, 12, 5);
    const fit = (classWeight: 'balanced' | 'balancedSubsample') =>
      new RandomForestClassifier({ nEstimators: 3, bootstrap: false, classWeight }).fit(x, y, { pool });
    const [all, each] = [await fit('balanced'), await fit('balancedSubsample')];
    expect(each.state().arrays).toEqual(all.state().arrays);
    const [weight] = all.treeAt(0).weightedNNodeSamples;
    expect(weight).toBeCloseTo(160, 9);
  });
});

describe('progress and abort', () => {
  const { x, y } = problem(3000, 400, 5);

  it.each([
    ['DecisionTreeClassifier', new DecisionTreeClassifier({ minSamplesLeaf: 9 }), 'branches'],
    ['RandomForestClassifier', new RandomForestClassifier({ nEstimators: 40 }), 'trees'],
  ])('%s tells how far it is, and stops in the middle', async (_, classifier, unit) => {
    const events: number[] = [];
    await classifier.fit(x, y, {
      pool,
      onProgress: (event) => {
        expect(event).toMatchObject({ stage: 'fit', unit });
        events.push(event.completed / event.total);
      },
    });
    expect(events.at(-1)).toBe(1);
    expect(events).toEqual(events.toSorted((a, b) => a - b));

    const controller = new AbortController();
    const reason = new Error('enough');
    let heard = 0;
    const fit = classifier.fit(x, y, {
      pool,
      signal: controller.signal,
      onProgress: () => {
        if (++heard === 2) controller.abort(reason);
      },
    });
    await expect(fit).rejects.toBe(reason);
    expect(pool.allocatedBytes).toBe(0);
    await expect(new ExtraTreeClassifier().fit(x, y, { pool })).resolves.toBeDefined();
  });

  it('ends with what a listener throws', async () => {
    const stop = new Error('stop');
    const fit = new RandomForestClassifier({ nEstimators: 3 }).fit(x, y, {
      pool,
      onProgress: () => {
        throw stop;
      },
    });
    await expect(fit).rejects.toBe(stop);
    expect(pool.allocatedBytes).toBe(0);
  });
});
