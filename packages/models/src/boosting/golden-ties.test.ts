import { createInlinePool, type WorkerPool } from '@fashion-mnist/kernels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import golden from '../../test/golden/boosting-ties.json' with { type: 'json' };
import { GradientBoostingClassifier } from './gradient-boosting-classifier.ts';

const { training, test, maxDepth, rounds, seeds } = golden;
const SEED_COUNT = 10;

interface Result {
  /** After each of `rounds`. */
  readonly accuracies: readonly number[];
  /** After the last. */
  readonly loss: number;
}

const measures: readonly (readonly [string, (result: Result) => number])[] = [
  ...rounds.map(
    (count, i) => [`accuracy after ${count} rounds`, ({ accuracies }: Result) => accuracies[i]!] as const,
  ),
  ['loss', ({ loss }) => loss],
];

function imagesOf({ pixels }: { readonly pixels: readonly string[] }) {
  const data = Uint8Array.from(pixels.join(''), (digit) => Number.parseInt(digit, 16));
  return { data, shape: [pixels.length, data.length / pixels.length] };
}

async function resultOf(pool: WorkerPool, seed: number): Promise<Result> {
  const [x, unseen] = [imagesOf(training), imagesOf(test)];
  const classifier = new GradientBoostingClassifier({ nEstimators: Math.max(...rounds), maxDepth });
  const model = await classifier.fit(x, Int32Array.from(training.y), { pool, seed });
  const accuracies: number[] = [];
  for await (const labels of model.stagedPredict(unseen, { pool }))
    accuracies.push(meanOf(test.y.map((label, row) => Number(labels[row] === label))));
  const { data, shape } = await model.predictProba(unseen, { pool });
  const loss = meanOf(test.y.map((label, row) => -Math.log(data[row * shape[1]! + label]!)));
  return { accuracies: rounds.map((count) => accuracies[count - 1]!), loss };
}

describe('trees that grow until their leaves are pure', () => {
  let pool: WorkerPool;
  const ours: Result[] = [];
  beforeAll(async () => {
    pool = await createInlinePool();
    for (let seed = 0; seed < SEED_COUNT; seed++) ours.push(await resultOf(pool, seed));
  }, 120_000);
  afterAll(() => pool.dispose());

  it.each(measures)("have scikit-learn's mean %s, within the scatter of its seeds", (_, measure) => {
    const theirs = seeds.map(measure);
    expect(Math.abs(meanOf(ours.map(measure)) - meanOf(theirs))).toBeLessThan(deviationOf(theirs));
  });

  it.each(measures)("differ in %s from seed to seed as much as scikit-learn's", (_, measure) => {
    const ratio = deviationOf(ours.map(measure)) / deviationOf(seeds.map(measure));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
