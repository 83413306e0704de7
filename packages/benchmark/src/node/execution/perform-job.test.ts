import type { ImageDataset } from '@fashion-mnist/core';
import { createInlinePool, type WorkerPool } from '@fashion-mnist/kernels';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Preprocessing } from '../../jobs/job.ts';
import type { JobSplits } from './child-messages.ts';
import { performJob } from './perform-job.ts';
import { tinyJob } from './testing/tiny-jobs.ts';
import { loadSplits } from './testing/tiny-splits.ts';

let pool: WorkerPool;
let splits: JobSplits;

beforeAll(async () => {
  pool = await createInlinePool();
  splits = await loadSplits('tiny');
});
afterAll(() => pool.dispose());

function withLabels(label: number): JobSplits {
  const { train, test } = splits;
  return { train: { ...train, labels: train.labels.map(() => label) }, test };
}

describe('performJob', () => {
  it.each([
    ['GaussianNB', {}],
    ['DecisionTreeClassifier', { max_depth: 10, criterion: 'gini' }],
    ['KNeighborsClassifier', { n_neighbors: 5, p: 2 }],
  ])('scores %s above chance on classes that differ', async (name, parameter) => {
    const outcome = await performJob(await tinyJob(name, parameter), splits, { pool });
    expect(outcome).toMatchObject({ status: 'done' });
    expect((outcome as { accuracy: number }).accuracy).toBeGreaterThan(0.8);
  });

  it('predicts the same for the same seed, and otherwise for another where chance matters', async () => {
    const forest = { n_estimators: 3, max_depth: 3 };
    const hashOf = async (seed: number) => {
      const job = await tinyJob('RandomForestClassifier', forest, { seed });
      const outcome = await performJob(job, splits, { pool });
      return outcome.status === 'done' ? outcome.predictionsSha256 : outcome.reason;
    };
    const hashes = await Promise.all([1, 1, 2, 3].map(hashOf));
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(new Set(hashes).size).toBeGreaterThan(1);
  });

  it('learns from the first samples alone', async () => {
    const job = await tinyJob('KNeighborsClassifier', { n_neighbors: 1 }, { samples: { train: 1, test: 7 } });
    const outcome = await performJob(job, splits, { pool });
    const firstLabel = splits.train.labels[0];
    const share = splits.test.labels.subarray(0, 7).filter((label) => label === firstLabel).length / 7;
    expect(outcome).toMatchObject({ status: 'done', accuracy: share });
  });

  it('knows as many classes as there are in the first samples', async () => {
    const job = await tinyJob('DecisionTreeClassifier', {}, { samples: { train: 2, test: null } });
    await expect(performJob(job, splits, { pool })).resolves.toMatchObject({ status: 'done' });
  });

  it.each(['GaussianNB', 'DecisionTreeClassifier'])('lets %s learn the only class there is', async (name) => {
    const outcome = await performJob(await tinyJob(name), withLabels(1), { pool });
    const share = splits.test.labels.filter((label) => label === 1).length / splits.test.labels.length;
    expect(outcome).toMatchObject({ status: 'done', accuracy: share });
  });

  it('says so when a classifier cannot learn a single class', async () => {
    const job = await tinyJob('LogisticRegression', { C: 1 });
    await expect(performJob(job, withLabels(1), { pool })).resolves.toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/class/),
    });
  });

  it.each([
    { train: 0, test: null },
    { train: null, test: 0 },
  ])('fails without samples: %o', async (samples) => {
    const job = await tinyJob('GaussianNB', {}, { samples });
    await expect(performJob(job, splits, { pool })).resolves.toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/sample/i),
    });
  });

  it('calls a job invalid whose parameters the classifier refuses, in the words of the grid', async () => {
    const job = await tinyJob('LogisticRegression', { multi_class: 'multinomial', solver: 'liblinear' });
    await expect(performJob(job, splits, { pool })).resolves.toMatchObject({
      status: 'invalid',
      reason: expect.stringContaining('multi_class'),
    });
  });

  it('calls a job invalid whose classifier there is not', async () => {
    await expect(performJob(await tinyJob('Oracle'), splits, { pool })).resolves.toMatchObject({
      status: 'invalid',
      reason: expect.stringContaining('Oracle'),
    });
  });

  it('refuses what needs more memory than there can be', async () => {
    const count = 20_000;
    const test = splits.test;
    const train = {
      ...splits.train,
      images: { data: new Uint8Array(count * 16), shape: [count, 4, 4] },
      labels: Uint8Array.from({ length: count }, (_, index) => index % 2),
    };
    const job = await tinyJob('GaussianProcessClassifier', { multi_class: 'one_vs_rest' });
    await expect(performJob(job, { train, test }, { pool })).resolves.toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('bytes'),
    });
  });

  it('measures by a clock that does not go back', async () => {
    let now = 2e12;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now -= 1e6));
    const outcome = await performJob(await tinyJob('GaussianNB'), splits, { pool });
    clock.mockRestore();
    expect(outcome.seconds).toBeGreaterThan(0);
    expect(outcome.seconds).toBeLessThan(60);
  });

  it('standardises pixels by the training split where the job says so', async () => {
    const loudAndTelling = (dataset: ImageDataset): ImageDataset => {
      const pixels = Array.from(dataset.labels, (label, index) => [(index * 97) % 256, 100 + label]).flat();
      const images = { data: Uint8Array.from(pixels), shape: [dataset.labels.length, 1, 2] };
      return { ...dataset, images };
    };
    const { train, test } = splits;
    const pair = { train: loudAndTelling(train), test: loudAndTelling(test) };
    const accuracyWith = async (preprocessing: Preprocessing) => {
      const job = await tinyJob('KNeighborsClassifier', { n_neighbors: 9 }, { preprocessing });
      const outcome = await performJob(job, pair, { pool });
      return outcome.status === 'done' ? outcome.accuracy : Number.NaN;
    };
    expect(await accuracyWith('standard')).toBe(1);
    expect(await accuracyWith('none')).toBeLessThan(0.9);
  });
});
