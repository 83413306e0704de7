import { assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import { runKernel, type TestInput } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { sizeOf, someValues } from '../../testing/values.ts';
import { averagePool, maxPool } from './pool.ts';
import { averagePoolGradient, maxPoolGradient } from './pool-gradient.ts';

const pools = record({
  shape: record({
    batch: integer({ min: 1, max: 3 }),
    height: integer({ min: 1, max: 9 }),
    width: integer({ min: 1, max: 9 }),
    channels: integer({ min: 1, max: 9 }),
  }),
  filterSize: integer({ min: 1, max: 4 }),
  strides: integer({ min: 1, max: 3 }),
  pad: oneof(constantFrom('same', 'valid'), integer({ min: 0, max: 1 })),
  levels: constantFrom(2, 1000),
  seed: integer({ min: 0, max: 1000 }),
});

/** Few levels make ties. */
function image(shape: readonly number[], seed: number, levels: number): TestInput {
  return {
    shape,
    values: someValues(sizeOf(shape), seed).map((value) => Math.round(value * levels) / levels),
  };
}

async function forAllPools(
  expectation: (
    x: TestInput,
    attrs: { filterSize: number; strides: number; pad: string | number },
    seed: number,
  ) => Promise<void>,
): Promise<void> {
  await assert(
    asyncProperty(pools, async ({ shape: { batch, height, width, channels }, levels, seed, ...attrs }) => {
      const smallest = Math.min(height, width);
      const filterSize = attrs.pad === 'same' ? attrs.filterSize : Math.min(attrs.filterSize, smallest);
      const pad = filterSize > 1 ? attrs.pad : 'valid';
      const x = image([batch, height, width, channels], seed, levels);
      await expectation(x, { filterSize, strides: attrs.strides, pad }, seed);
    }),
    { numRuns: 60 },
  );
}

it('takes the maximum of windows as the cpu backend does, to the bit', async () => {
  await forAllPools((x, attrs) => expectAsOnCpu('MaxPool', { x }, attrs, {}));
});

it('takes the mean of windows as the cpu backend does', async () => {
  await forAllPools((x, attrs) => expectAsOnCpu('AvgPool', { x }, attrs, { relative: 1e-6, absolute: 1e-7 }));
});

it('gives the gradient of a maximum to the value that the cpu backend gives it to, ties among them', async () => {
  await forAllPools(async (input, attrs, seed) => {
    const [output] = await runKernel('cpu', 'MaxPool', { x: input }, attrs);
    const dy = image(output!.shape, seed + 1, 1000);
    await expectAsOnCpu('MaxPoolGrad', { dy, input, output: output! as TestInput }, attrs, {
      relative: 1e-6,
      absolute: 1e-6,
    });
  });
});

it('spreads the gradient of a mean as the cpu backend does', async () => {
  await forAllPools(async (input, attrs, seed) => {
    const [output] = await runKernel('cpu', 'AvgPool', { x: input }, attrs);
    const dy = image(output!.shape, seed + 1, 1000);
    await expectAsOnCpu('AvgPoolGrad', { dy, input }, attrs, { relative: 1e-6, absolute: 1e-6 });
  });
});

it('never counts NaN among maxima, as the cpu backend', async () => {
  const x = {
    shape: [1, 4, 4, 1],
    values: [NaN, 1, NaN, NaN, 0, 2, NaN, NaN, 3, 3, -Infinity, NaN, 3, 3, NaN, -1],
  };
  const attrs = { filterSize: 2, strides: 2, pad: 'valid' };
  const dy = { shape: [1, 2, 2, 1], values: [1, 2, 3, 4] };
  await expectAsOnCpu('MaxPool', { x }, attrs, {});
  await expectAsOnCpu('MaxPoolGrad', { dy, input: x, output: dy }, attrs, {});
});

it('reads gradients of whole numbers as such', async () => {
  const dy = { shape: [1, 2, 2, 1], values: [1, 2, 3, 4], dtype: 'int32' } as const;
  const input = image([1, 4, 4, 1], 1, 1000);
  const attrs = { filterSize: 2, strides: 2, pad: 'valid' };
  await expectAsOnCpu('MaxPoolGrad', { dy, input, output: dy }, attrs, {});
  await expectAsOnCpu('AvgPoolGrad', { dy, input }, attrs, {});
});

it('leaves the last row and column of odd images without a gradient', async () => {
  const input = image([2, 5, 7, 6], 1, 1000);
  const attrs = { filterSize: 2, strides: 2, pad: 'valid' };
  await expectAsOnCpu('MaxPoolGrad', { dy: image([2, 2, 3, 6], 2, 1000), input, output: input }, attrs, {});
});

it('pools to the same on one thread and on three', async () => {
  const x = image([9, 28, 28, 5], 3, 10);
  const dy = image([9, 14, 14, 5], 4, 1000);
  const attrs = { filterSize: 3, strides: 2, pad: 'same' };
  await expectSameOnThreads(
    { kernel: maxPool, inputs: { x }, attrs },
    { kernel: averagePool, inputs: { x }, attrs },
    { kernel: maxPoolGradient, inputs: { dy, input: x }, attrs },
    { kernel: averagePoolGradient, inputs: { dy, input: x }, attrs },
  );
});
