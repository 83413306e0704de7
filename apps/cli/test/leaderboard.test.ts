import { readFile, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { leaderboard, leaderboardMarkdown } from '@fashion-mnist/benchmark';
import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { type MadeDataset, makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { expectSchema } from './schemas.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const MADE = { trainCount: 90, testCount: 60, height: 8, width: 8, hasPattern: true };

function runLeaderboard(...args: readonly string[]) {
  return runHere(['leaderboard', ...args], work.env);
}

describe('leaderboard', () => {
  it('shows what is verified beside what was claimed', async () => {
    const { exitCode, stdout } = await runLeaderboard();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^hog-svm +0\.926 +0\.92\d+ +verified$/m);
    expect(stdout).toMatch(/^wrn-40-4 +0\.967 +runnable, about \d+ days/m);
    expect(stdout).toMatch(/^compact-20-minutes /m);
  });

  it('is one document for programs', async () => {
    const { claims, submissions } = JSON.parse((await runLeaderboard('--json')).stdout);
    expect(claims).toHaveLength(38);
    expect(claims[0]).toMatchObject({
      id: 'wrn-40-4',
      explanation: expect.stringContaining('0.9607'),
    });
    expect(submissions).toEqual([]);
  });

  it('is the tables of the documentation', async () => {
    const { stdout } = await runLeaderboard('--markdown');
    expect(stdout).toBe(`${leaderboardMarkdown(leaderboard())}\n`);
  });
});

/** The cheapest network. */
const ROW = '2-conv-pooling-elu-pytorch';

describe('leaderboard run', () => {
  it('learns by the recipe of a row, and is judged by pictures held out', async () => {
    const { definition } = await makeDataset(work.path, MADE);
    const args = ['run', 'mlp-256-128-100', '--dataset', definition, '--validation', '30', '--json'];
    const { exitCode, stdout } = await runLeaderboard(...args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      row: 'mlp-256-128-100',
      recipe: { estimator: 'MLPClassifier', seed: 42, options: { hiddenLayerSizes: [256, 128, 100] } },
      runs: [
        { dataset: 'made', trainCount: 60, judgedBy: 'training images held out', count: 30, claimed: null },
      ],
      out: [],
    });
    expect(JSON.parse(stdout).runs[0].accuracy).toBeGreaterThan(0.8);
    expectSchema('leaderboard-run', JSON.parse(stdout));
  });

  it('goes on from the checkpoint of a network, and writes it', { timeout: 180_000 }, async () => {
    const { definition } = await makeDataset(work.path, { ...MADE, height: 28, width: 28 });
    const files = ['--checkpoint', work.in('kept'), '--model', work.in('network')];
    const args = [
      'run',
      ROW,
      '--dataset',
      definition,
      '--validation',
      '30',
      '--threads',
      '1',
      '--json',
      ...files,
    ];
    const first = await runLeaderboard(...args);
    expectSchema('leaderboard-run', JSON.parse(first.stdout));
    expect(JSON.parse(first.stdout)).toMatchObject({
      recipe: { network: ROW, epochs: 10 },
      runs: [{ training: { epochs: 10, backend: 'simd' } }],
    });
    const network = await readFile(work.in('network'));
    const judged = await runHere(
      ['evaluate', work.in('network'), '--dataset', definition, '--json'],
      work.env,
    );
    expect(JSON.parse(judged.stdout)).toMatchObject({ dataset: 'made', split: 'test' });
    await rm(work.in('network'));

    const { fitSeconds } = JSON.parse(first.stdout).runs[0];
    const again = await runLeaderboard(...args);
    expect(JSON.parse(again.stdout).runs[0].fitSeconds).toBeGreaterThan(fitSeconds / 2);
    expect(await readFile(work.in('network'))).toEqual(network);

    const other = await runLeaderboard(...args.slice(0, -2), '--seed', '1');
    expect(JSON.parse(other.stdout).error).toMatchObject({
      code: 'E_CHECKPOINT',
      message: expect.stringContaining('expected seed 1, got 42'),
    });
    const twice = await runLeaderboard(...args);
    expect(JSON.parse(twice.stdout).error.message).toContain('exists, and is not replaced');
  });

  it('keeps no checkpoints of what is no network', async () => {
    const { exitCode, stderr } = await runLeaderboard('run', 'hog-svm', '--checkpoint', work.in('kept'));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/--checkpoint: only for rows that train a network/);
  });

  it.each([
    ['nothing', /expected a row of the leaderboard/],
    ['fastai-resnet50', /cannot be run: It starts from a ResNet-50/],
    ['google-automl', /cannot be run: A closed service/],
  ])('says why %s cannot be run', async (row, message) => {
    const { exitCode, stderr } = await runLeaderboard('run', row);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
  });

  it.each([
    ['--count', '10', /--out: a result is kept only without --count and --validation/],
    ['--validation', '10', /--out: a result is kept only without --count and --validation/],
    ['--dataset', 'mnist', /--out: expected --dataset to be of fashion-mnist, of which hog-svm claims/],
  ])('keeps no result with %s %s, and says so before it runs', async (flag, value, message) => {
    const results = work.in('results');
    const { exitCode, stderr } = await runLeaderboard('run', 'hog-svm', flag, value, '--out', results);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
    expect(await work.list()).toEqual([]);
  });
});

/** The labels of the test pictures, every tenth of them wrong. */
function nearly({ test }: MadeDataset): Uint8Array {
  return test.labels.map((label, image) => (image % 10 === 0 ? (label + 1) % 3 : label));
}

const FACTS = {
  classifier: 'Eyes & ears',
  submitter: '@somebody',
  code: 'https://example.org/code',
  testSetUsedOnce: true,
};

const FACT_OPTIONS = [
  ['--classifier', FACTS.classifier],
  ['--submitter', FACTS.submitter],
  ['--code', FACTS.code],
  ['--test-set-used-once'],
].flat();

describe('leaderboard submit', () => {
  it.each<[string, (labels: Uint8Array) => string | Uint8Array, readonly string[]]>([
    ['a label a line', (labels) => labels.join('\n'), FACT_OPTIONS],
    [
      'a table',
      (labels) => Array.from(labels, (label, index) => `${index},${label}\n`).join(''),
      FACT_OPTIONS,
    ],
    ['an IDX file', (labels) => encodeIdx({ data: labels, shape: [labels.length] }), FACT_OPTIONS],
    [
      'a gzipped one',
      (labels) => gzipSync(encodeIdx({ data: labels, shape: [labels.length] })),
      FACT_OPTIONS,
    ],
    ['a JSON document', (labels) => JSON.stringify({ ...FACTS, labels: [...labels] }), []],
  ])('takes %s', async (_, encode, options) => {
    const made = await makeDataset(work.path, MADE);
    await writeFile(work.in('predictions'), encode(nearly(made)));
    const args = ['submit', work.in('predictions'), '--dataset', made.definition, ...options];
    const { exitCode, stdout } = await runLeaderboard(...args, '--json');
    expect(exitCode).toBe(0);
    expectSchema('leaderboard-submit', JSON.parse(stdout));
    expect(JSON.parse(stdout)).toMatchObject({
      result: { row: 'eyes-ears-somebody', figures: [{ accuracy: 0.9, correct: 54, count: 60 }] },
      standing: null,
      confusion: [
        [18, 2, 0],
        [0, 18, 2],
        [2, 0, 18],
      ],
    });
  });

  it('writes a row under a name of its own, and never over another one', async () => {
    const made = await makeDataset(work.path, MADE);
    await writeFile(work.in('labels.txt'), nearly(made).join('\n'));
    const args = ['submit', work.in('labels.txt'), '--dataset', made.definition, '--out', work.in('results')];
    const { exitCode, stdout } = await runLeaderboard(...args, ...FACT_OPTIONS);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/eyes-ears-somebody: accuracy 0\.900 \(95 %: 0\.\d{4} to 0\.\d{4}\), 54 of 60/);
    expect(stdout).toMatch(/wrote .*: add it to packages\/benchmark\/leaderboard\/results/);
    const [name = '', ...others] = await work.list('results');
    expect(others).toEqual([]);
    expect(name).toMatch(/^eyes-ears-somebody-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}\.json$/);
    const content = await readFile(work.in('results', name), 'utf8');
    expect(JSON.parse(content)).toMatchObject({ kind: 'submission', test_set_used_once: true });

    await writeFile(work.in('results', name), 'kept');
    const again = await runLeaderboard(...args, ...FACT_OPTIONS);
    // At midnight the second one is of another day, and has another name.
    if (again.exitCode !== 0) expect(again.stderr).toMatch(/exists/);
    expect(await readFile(work.in('results', name), 'utf8')).toBe('kept');
  });

  it('says all that is wrong, and writes nothing', async () => {
    const made = await makeDataset(work.path, MADE);
    await writeFile(work.in('labels.txt'), made.test.labels.join('\n'));
    const args = ['submit', work.in('labels.txt'), '--dataset', made.definition, '--code', 'here'];
    const { exitCode, stderr } = await runLeaderboard(...args, '--out', work.in('results'));
    expect(exitCode).toBe(1);
    expect(stderr.match(/^- /gm)).toHaveLength(5);
    expect(stderr).toMatch(/the test set was used once/);
    expect(stderr).toMatch(/the labels of the test images themselves/);
    expect(await work.list('results')).toEqual([]);
  });

  it('prints refusals as one document', async () => {
    const { definition } = await makeDataset(work.path, MADE);
    await writeFile(work.in('labels.txt'), '1\n2\n');
    const args = ['submit', work.in('labels.txt'), '--dataset', definition, '--json', ...FACT_OPTIONS];
    const { error } = JSON.parse((await runLeaderboard(...args)).stdout);
    expect(error).toMatchObject({
      code: 'E_LEADERBOARD',
      message: expect.stringContaining('labels: expected 60, one per test image, got 2'),
    });
  });
});

const hasData =
  process.env['FASHION_MNIST_TEST_FASHION'] === 'present' &&
  process.env['FASHION_MNIST_TEST_MNIST'] === 'present';

describe.skipIf(!hasData)('leaderboard submit on the real Fashion-MNIST', () => {
  it.each(['test', 'train'] as const)('knows the %s labels of MNIST', async (split) => {
    const { labels } = await loadDataset('mnist', { split });
    await writeFile(work.in('labels.txt'), labels.subarray(0, 10_000).join('\n'));
    const { exitCode, stderr } = await runHere([
      'leaderboard',
      'submit',
      work.in('labels.txt'),
      ...FACT_OPTIONS,
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(`in the order of the ${split} images of mnist`);
  });

  it('says where a row would stand', async () => {
    const { labels } = await loadDataset('fashion-mnist', { split: 'test' });
    const predictions = labels.map((label, image) => (image % 10 === 0 ? (label + 1) % 10 : label));
    await writeFile(work.in('labels.txt'), predictions.join('\n'));
    const { stdout } = await runHere(['leaderboard', 'submit', work.in('labels.txt'), ...FACT_OPTIONS]);
    expect(stdout).toMatch(/accuracy 0\.900/);
    expect(stdout).toMatch(/would be \d+ of 39 claims: below SqueezeNet.*, above AlexNet/);
  });
});
