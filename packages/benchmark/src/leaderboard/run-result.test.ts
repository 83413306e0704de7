import { describeDataset } from '@fashion-mnist/dataset-fetch';
import * as deep from '@fashion-mnist/models/deep';
import { describe, expect, it } from 'vitest';
import { findClaim } from './claims.ts';
import { findEntry } from './own-entries.ts';
import { findRecipe } from './recipes/find-recipe.ts';
import { resolveNetworkRecipe } from './recipes/resolve-network-recipe.ts';
import { networkRecipeOf } from './recipes/testing/network-recipe-of.ts';
import { resultFile } from './result-file.ts';
import { claimedDatasets, type JudgedRun, runResult } from './run-result.ts';
import { resultProblems } from './schema/result-schema.ts';
import { someLabels } from './testing/made-images.ts';

const labels = someLabels(1000, 1);

/** Labels of which the first are wrong. */
function predictionsWith(wrongCount: number): Uint8Array {
  return labels.map((label, image) => (image < wrongCount ? (label + 1) % 10 : label));
}

function judgedRun(row: string, dataset: string, wrongCount: number): JudgedRun {
  const definition = describeDataset(dataset);
  return {
    definition,
    test: { labels, classNames: definition.classNames },
    run: {
      recipe: findRecipe(row),
      predictions: predictionsWith(wrongCount),
      fitSeconds: 1.23456,
      predictSeconds: 0.5,
      training: null,
    },
  };
}

const circumstances = {
  machine: { cpu: 'a processor', cores: 2, memory_bytes: 2 ** 34, node: 'v24.0.0', threads: 2 },
  commit: null,
  date: new Date('2026-11-29T23:30:00Z'),
};

describe('runResult', () => {
  it('puts each figure beside its claim', async () => {
    const runs = [judgedRun('xgboost', 'fashion-mnist', 100), judgedRun('xgboost', 'mnist', 50)];
    const result = await runResult(findClaim('xgboost'), runs, circumstances);
    expect(result.figures).toMatchObject([
      { dataset: { name: 'fashion-mnist' }, accuracy: 0.9, correct: 900, claimed: 0.898, verdict: 'agrees' },
      { dataset: { name: 'mnist' }, accuracy: 0.95, correct: 950, claimed: 0.958, verdict: 'falls-short' },
    ]);
    expect(result).toMatchObject({ row: 'xgboost', seed: 42, date: '2026-11-29', tolerance: 0.005 });
  });

  it('is of the schema of its files', async () => {
    const result = await runResult(
      findClaim('hog-svm'),
      [judgedRun('hog-svm', 'fashion-mnist', 74)],
      circumstances,
    );
    const { name, content } = await resultFile(result);
    expect(resultProblems(JSON.parse(content))).toEqual([]);
    expect(name).toMatch(/^hog-svm-2026-11-29-[0-9a-f]{8}\.json$/);
  });

  it('keeps how a network was trained, and no verdict where nothing was claimed', async () => {
    const entry = findEntry('compact-20-minutes');
    const judged = judgedRun(entry.id, 'fashion-mnist', 60);
    const training = { epochs: 3, parameterCount: 7, file: new Uint8Array(0), backend: 'simd' };
    const recipe = resolveNetworkRecipe(deep, networkRecipeOf(entry.id), 42);
    const result = await runResult(
      entry,
      [{ ...judged, run: { ...judged.run, recipe, training } }],
      circumstances,
    );
    expect(claimedDatasets(entry)).toEqual(['fashion-mnist']);
    expect(result.figures).toMatchObject([
      {
        accuracy: 0.94,
        claimed: null,
        verdict: null,
        // Of no bytes.
        training: {
          epochs: 3,
          parameters: 7,
          backend: 'simd',
          weights_sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        },
      },
    ]);
    expect(resultProblems(JSON.parse((await resultFile(result)).content))).toEqual([]);
  });

  it('gives another content another name', async () => {
    const names = await Promise.all(
      [10, 11].map(async (wrongCount) => {
        const run = judgedRun('hog-svm', 'fashion-mnist', wrongCount);
        return (await resultFile(await runResult(findClaim('hog-svm'), [run], circumstances))).name;
      }),
    );
    expect(new Set(names).size).toBe(2);
  });

  it('keeps a run on one of the datasets that are claimed by itself', async () => {
    for (const dataset of ['fashion-mnist', 'mnist']) {
      const result = await runResult(
        findClaim('xgboost'),
        [judgedRun('xgboost', dataset, 100)],
        circumstances,
      );
      expect(result.figures.map((figure) => figure.dataset.name)).toEqual([dataset]);
    }
  });

  it.each([
    ['hog-svm', ['mnist'], 'hog-svm: expected one run on fashion-mnist, or on each, got mnist'],
    ['xgboost', [], 'xgboost: expected one run on fashion-mnist, on mnist, or on each, got none'],
    ['xgboost', ['mnist', 'fashion-mnist'], /got mnist and fashion-mnist/],
    ['xgboost', ['mnist', 'mnist'], /got mnist and mnist/],
  ])('refuses for %s runs on %j', async (row, datasets, problem) => {
    const runs = datasets.map((dataset) => judgedRun(row, dataset, 100));
    await expect(runResult(findClaim(row), runs, circumstances)).rejects.toThrow(problem);
  });

  it('refuses other files under the name of the dataset', async () => {
    const run = judgedRun('hog-svm', 'fashion-mnist', 1);
    const files = run.definition.files.map((file) => ({ ...file, sha256: '0'.repeat(64) }));
    const foreign = { ...run, definition: { ...run.definition, files } };
    await expect(runResult(findClaim('hog-svm'), [foreign], circumstances)).rejects.toThrow(
      /fashion-mnist: expected the published files/,
    );
  });
});
