import { assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { it } from 'vitest';
import { expectNear } from '../../testing/compare.ts';
import { runKernel, type TestInput } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { batchNormTraining } from './batch-norm-training.ts';
import { batchNormTrainingGradient } from './batch-norm-training-gradient.ts';

const EPSILON = 1e-5;
const activations = constantFrom('linear', 'relu');

interface Problem {
  readonly x: TestInput;
  readonly scale: TestInput;
  readonly offset: TestInput;
}

function problem(rows: number, channels: number, seed: number, shift = 0.3): Problem {
  return {
    x: { shape: [rows, channels], values: someValues(rows * channels, seed).map((value) => value + shift) },
    scale: { shape: [channels], values: someValues(channels, seed + 1).map((value) => value + 2) },
    offset: { shape: [channels], values: someValues(channels, seed + 2) },
  };
}

/** The definition, in float64. */
function normalize({ x, scale, offset }: Problem, activation: string, values: ArrayLike<number> = x.values) {
  const [rows, channels] = x.shape as [number, number];
  const at = (row: number, c: number) => values[row * channels + c] as number;
  const over = (c: number, of: (value: number) => number) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += of(at(row, c));
    return sum / rows;
  };
  const mean = Array.from({ length: channels }, (_, c) => over(c, (value) => value));
  const variance = mean.map((center, c) => over(c, (value) => (value - center) ** 2));
  const y = Array.from(values, (value, index) => {
    const c = index % channels;
    const normal = (value - mean[c]!) / Math.sqrt(variance[c]! + EPSILON);
    const affine = normal * (scale.values[c] as number) + (offset.values[c] as number);
    return activation === 'relu' ? Math.max(0, affine) : affine;
  });
  return { y, mean, variance };
}

it('normalises by the moments of the batch, as they are in float64', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 600 }),
      integer({ min: 1, max: 21 }),
      activations,
      async (rows, channels, activation) => {
        const inputs = problem(rows, channels, rows);
        const expected = normalize(inputs, activation);
        const [y, mean, variance] = await runKernel(
          'simd',
          'BatchNormTraining',
          { ...inputs },
          { epsilon: EPSILON, activation },
        );
        expectNear(mean!.values, expected.mean, { absolute: 1e-6 });
        expectNear(variance!.values, expected.variance, { absolute: 1e-6 });
        const gain = 3 / Math.sqrt(Math.min(...expected.variance) + EPSILON);
        expectNear(y!.values, expected.y, { absolute: 2e-6 * gain, relative: 2e-6 });
      },
    ),
    { numRuns: 40 },
  );
});

it('finds the variance of values far from zero', async () => {
  const inputs = problem(70_000, 3, 1, 1000);
  const expected = normalize(inputs, 'linear');
  const [, mean, variance] = await runKernel(
    'simd',
    'BatchNormTraining',
    { ...inputs },
    { epsilon: EPSILON, activation: 'linear' },
  );
  expectNear(mean!.values, expected.mean, { relative: 1e-7 });
  expectNear(variance!.values, expected.variance, { relative: 1e-5 });
});

it('has the gradients that finite differences of the definition give in float64', async () => {
  await assert(
    asyncProperty(
      integer({ min: 2, max: 24 }),
      integer({ min: 1, max: 9 }),
      activations,
      async (rows, channels, activation) => {
        const inputs = problem(rows, channels, rows + channels);
        const weights = someValues(rows * channels, 99);
        const loss = (given: Problem, values?: ArrayLike<number>) =>
          normalize(given, activation, values).y.reduce(
            (sum, value, index) => sum + value * weights[index]!,
            0,
          );
        const slopes = (values: ArrayLike<number>, lossOf: (changed: number[]) => number) =>
          Array.from(values, (value, index) => {
            const changed = (step: number) =>
              Array.from(values, (other, place) => (place === index ? value + step : other));
            return (lossOf(changed(1e-6)) - lossOf(changed(-1e-6))) / 2e-6;
          });
        const [y, mean, variance] = await runKernel(
          'simd',
          'BatchNormTraining',
          { ...inputs },
          { epsilon: EPSILON, activation },
        );
        const given = {
          dy: { shape: inputs.x.shape, values: weights },
          x: inputs.x,
          y,
          mean,
          variance,
          scale: inputs.scale,
        };
        const [dx, dScale, dOffset] = await runKernel(
          'simd',
          'BatchNormTrainingGrad',
          given as Record<string, TestInput>,
          { epsilon: EPSILON, activation },
        );
        const gain = 3 / Math.sqrt(Math.min(...(variance!.values as Float32Array)) + EPSILON);
        const tolerance = { absolute: 1e-5 * Math.max(1, gain) ** 2, relative: 1e-4 };
        expectNear(
          dx!.values,
          slopes(inputs.x.values, (values) => loss(inputs, values)),
          tolerance,
        );
        expectNear(
          dScale!.values,
          slopes(inputs.scale.values, (values) => loss({ ...inputs, scale: { ...inputs.scale, values } })),
          tolerance,
        );
        expectNear(
          dOffset!.values,
          slopes(inputs.offset.values, (values) => loss({ ...inputs, offset: { ...inputs.offset, values } })),
          tolerance,
        );
      },
    ),
    { numRuns: 20 },
  );
});

it('sums gradients over many parts as float64 does', async () => {
  const [rows, channels] = [9000, 13];
  const { x, scale } = problem(rows, channels, 5);
  const dy = { shape: x.shape, values: someValues(rows * channels, 6) };
  const [mean, variance] = [0.3, 0.33].map((value) => ({
    shape: [channels],
    values: new Float32Array(channels).fill(value),
  }));
  const given = { dy, x, y: x, mean: mean!, variance: variance!, scale };
  const [, dScale, dOffset] = await runKernel('simd', 'BatchNormTrainingGrad', given, {
    epsilon: EPSILON,
    activation: 'relu',
  });
  const sums = { scale: new Float64Array(channels), offset: new Float64Array(channels) };
  for (let index = 0; index < rows * channels; index++) {
    const value = x.values[index] as number;
    const g = value > 0 ? dy.values[index]! : 0;
    sums.offset[index % channels]! += g;
    sums.scale[index % channels]! +=
      (g * (value - Math.fround(0.3))) / Math.sqrt(Math.fround(0.33) + EPSILON);
  }
  expectNear(dOffset!.values, sums.offset, { absolute: 1e-3 });
  expectNear(dScale!.values, sums.scale, { absolute: 1e-3 });
});

it('normalises to the same on one thread and on three', async () => {
  const inputs = problem(5003, 18, 1);
  const attrs = { epsilon: EPSILON, activation: 'relu' };
  const { x, scale } = inputs;
  const given = { dy: x, x, y: x, mean: scale, variance: scale, scale };
  await expectSameOnThreads(
    { kernel: batchNormTraining, inputs: { ...inputs }, attrs },
    { kernel: batchNormTrainingGradient, inputs: given, attrs },
  );
});
