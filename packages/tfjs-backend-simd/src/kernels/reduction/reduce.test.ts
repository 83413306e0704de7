import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { describe, it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { sizeOf, someValues } from '../../testing/values.ts';
import { argMax } from './arg-max.ts';
import { REDUCTION_KERNELS } from './reduce.ts';

const TOLERANCE = { relative: 2e-6, absolute: 2e-5 };

/** float32 rounds each addition of values of at most 1 by no more than 6e-8 of the sum so far. */
function toleranceOf(kernelName: string, addends: number) {
  const absolute = kernelName === 'Sum' ? addends * 2 ** -24 : 0;
  return { ...TOLERANCE, absolute: Math.max(TOLERANCE.absolute, absolute) };
}

function tensor(shape: readonly number[], seed = 1) {
  return { shape, values: someValues(sizeOf(shape), seed) };
}

function attrsOf(kernelName: string, axes: readonly number[], keepDims = false) {
  return { [kernelName === 'Max' ? 'reductionIndices' : 'axis']: [...axes], keepDims };
}

describe.each(REDUCTION_KERNELS)('$kernelName', ({ kernelName }) => {
  it('reduces any axes as the cpu backend does', async () => {
    const dimension = record({ length: integer({ min: 0, max: 19 }), isReduced: boolean() });
    await assert(
      asyncProperty(
        array(dimension, { minLength: 1, maxLength: 4 }),
        boolean(),
        async (dimensions, keepDims) => {
          const shape = dimensions.map(({ length }) => length);
          const axes = dimensions.flatMap(({ isReduced }, axis) => (isReduced ? [axis] : []));
          const addends = sizeOf(axes.map((axis) => shape[axis]!));
          await expectAsOnCpu(
            kernelName,
            { x: tensor(shape) },
            attrsOf(kernelName, axes, keepDims),
            toleranceOf(kernelName, addends),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reduces what takes several parts', async () => {
    for (const [shape, axes] of [
      [[70_003], [0]],
      [[3, 40_000], [1]],
      [[5000, 21], [0]],
      [[2, 1500, 33], [1]],
      [
        [4, 30, 30, 17],
        [0, 1, 2],
      ],
    ] as const)
      await expectAsOnCpu(kernelName, { x: tensor(shape) }, attrsOf(kernelName, axes), {
        relative: 1e-5,
        absolute: 2e-4,
      });
  });

  it('makes NaN of what has NaN, and leaves other types to the cpu backend', async () => {
    const x = tensor([3, 70]);
    x.values[75] = NaN;
    await expectAsOnCpu(kernelName, { x }, attrsOf(kernelName, [1]), TOLERANCE);
    await expectAsOnCpu(kernelName, { x }, attrsOf(kernelName, [0]), TOLERANCE);
    const ints = { shape: [2, 3], values: [1, 2, 3, 4, 5, 6], dtype: 'int32' } as const;
    await expectAsOnCpu(kernelName, { x: ints }, attrsOf(kernelName, [0]), TOLERANCE);
  });
});

it('finds the first maximum along any axis as the cpu backend does', async () => {
  const lengths = array(integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  await assert(
    asyncProperty(
      lengths,
      integer({ min: 0, max: 3 }),
      constantFrom(2, 1000),
      async (shape, axis, levels) => {
        const { values } = tensor(shape);
        const x = { shape, values: values.map((value) => Math.round(value * levels)) };
        await expectAsOnCpu('ArgMax', { x }, { axis: axis % shape.length }, {});
      },
    ),
    { numRuns: 60 },
  );
});

it('finds maxima beside NaN as the cpu backend does', async () => {
  const x = { shape: [3, 3], values: [NaN, 1, 2, 1, NaN, 2, -Infinity, -Infinity, NaN] };
  await expectAsOnCpu('ArgMax', { x }, { axis: 1 }, {});
});

it('reduces to the same on one thread and on three', async () => {
  const x = tensor([9000, 13]);
  await expectSameOnThreads(
    { kernel: argMax, inputs: { x }, attrs: { axis: 1 } },
    ...REDUCTION_KERNELS.flatMap((kernel) =>
      [[0], [1], [0, 1]].map((axes) => ({ kernel, inputs: { x }, attrs: attrsOf(kernel.kernelName, axes) })),
    ),
  );
});
