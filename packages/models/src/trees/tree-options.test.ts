import type { OptionRule } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { DecisionTreeClassifier } from './decision-tree-classifier.ts';
import { ExtraTreeClassifier } from './extra-tree-classifier.ts';
import { FOREST_RULES } from './forest-options.ts';
import { growthRules } from './growth-rules.ts';
import { RandomForestClassifier } from './random-forest-classifier.ts';

const TREE_DEFAULTS = {
  criterion: 'gini',
  maxDepth: null,
  minSamplesSplit: 2,
  minSamplesLeaf: 1,
  minWeightFractionLeaf: 0,
  maxLeafNodes: null,
  minImpurityDecrease: 0,
  ccpAlpha: 0,
  classWeight: null,
};

describe('options of trees', () => {
  it('default to those of scikit-learn', () => {
    expect(new DecisionTreeClassifier().options).toEqual({
      ...TREE_DEFAULTS,
      splitter: 'best',
      maxFeatures: null,
    });
    expect(new ExtraTreeClassifier().options).toEqual({
      ...TREE_DEFAULTS,
      splitter: 'random',
      maxFeatures: 'sqrt',
    });
    expect(new RandomForestClassifier().options).toEqual({
      ...TREE_DEFAULTS,
      nEstimators: 100,
      maxFeatures: 'sqrt',
      bootstrap: true,
      oobScore: false,
      maxSamples: null,
    });
  });

  it.each([
    { criterion: 'mse' },
    { maxDepth: 0 },
    { minSamplesSplit: 1 },
    { minSamplesSplit: 2.5 },
    { minSamplesSplit: { fraction: 0 } },
    { minSamplesSplit: { fraction: 1.1 } },
    { minSamplesLeaf: { fraction: 1 } },
    { minSamplesLeaf: { count: 3 } },
    { minWeightFractionLeaf: 0.6 },
    { maxLeafNodes: 1 },
    { minImpurityDecrease: -1 },
    { ccpAlpha: -0.1 },
    { maxFeatures: 28 },
    { maxFeatures: { count: 0 } },
    { maxFeatures: { count: 3, fraction: 0.5 } },
    { classWeight: { a: 1 } },
    { classWeight: { 1: -1 } },
    { classWeight: 'balancedSubsample' },
    { nEstimators: 5 },
  ])('refuse %j', (options) => {
    expect(() => new DecisionTreeClassifier(options as object)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });

  it.each([{ oobScore: true }, { maxSamples: { count: 3 } }])(
    'of a forest without bootstrap refuse %j',
    (options) => {
      expect(() => new RandomForestClassifier({ bootstrap: false, ...options })).toThrow(
        /RandomForestClassifier.bootstrap: expected true with (oobScore|maxSamples), got false/,
      );
    },
  );

  it('refuse more drawn samples than there are', async () => {
    const x = { data: Uint8Array.of(1, 2), shape: [2, 1] };
    const fit = new RandomForestClassifier({ maxSamples: { count: 3 } }).fit(x, Uint8Array.of(0, 1));
    await expect(fit).rejects.toThrow(/RandomForestClassifier.maxSamples: expected at most 2/);
  });
});

describe('the text of a command line', () => {
  it.each<[keyof typeof FOREST_RULES, string, unknown]>([
    ['maxFeatures', 'sqrt', 'sqrt'],
    ['maxFeatures', '28', { count: 28 }],
    ['maxFeatures', '0.5', { fraction: 0.5 }],
    ['maxFeatures', 'null', null],
    ['maxFeatures', '-3', undefined],
    ['minSamplesSplit', '8', 8],
    ['minSamplesSplit', '0.25', { fraction: 0.25 }],
    ['maxSamples', '100', { count: 100 }],
    ['classWeight', 'balancedSubsample', 'balancedSubsample'],
    ['classWeight', '3:2, -7:0.5', { 3: 2, '-7': 0.5 }],
    ['classWeight', '3', undefined],
    ['classWeight', 'a:1', undefined],
  ])('is read for %s: %s', (name, text, value) => {
    expect((FOREST_RULES[name] as OptionRule<unknown>).parse(text)).toEqual(value);
  });
});

describe('growthRules', () => {
  const { options } = new DecisionTreeClassifier();
  const features = (maxFeatures: Parameters<typeof growthRules>[2], count: number) =>
    growthRules(options, 'best', maxFeatures, 100, count).maxFeatures;

  it('draws as many features as scikit-learn', () => {
    expect([784, 8, 1].map((count) => features('sqrt', count))).toEqual([28, 2, 1]);
    expect([784, 8, 1].map((count) => features('log2', count))).toEqual([9, 3, 1]);
    expect([784, 8, 1].map((count) => features({ fraction: 0.3 }, count))).toEqual([235, 2, 1]);
    expect([784, 8, 1].map((count) => features({ count: 28 }, count))).toEqual([28, 8, 1]);
    expect([784, 8, 1].map((count) => features(null, count))).toEqual([784, 8, 1]);
  });

  it('splits no node that is too small for two leaves', () => {
    const rules = growthRules({ ...options, minSamplesLeaf: 9 }, 'best', null, 100, 5);
    expect(rules).toMatchObject({ minSamplesSplit: 18, minSamplesLeaf: 9 });
    const shares = growthRules({ ...options, minSamplesSplit: { fraction: 0.205 } }, 'best', null, 100, 5);
    expect(shares.minSamplesSplit).toBe(21);
  });
});
