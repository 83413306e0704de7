import { concat as concatOp, setBackend, tensor as tensorOf, tidy } from '@tensorflow/tfjs-core';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import type { TestInput } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { sizeOf, someValues } from '../../testing/values.ts';
import { gather } from './gather.ts';
import { pad } from './pad.ts';
import { slice } from './slice.ts';
import { transpose } from './transpose.ts';

const lengths = array(integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
const types = constantFrom('float32', 'int32', 'bool');

function tensor(shape: readonly number[], dtype: 'float32' | 'int32' | 'bool' = 'float32'): TestInput {
  const values = someValues(sizeOf(shape), sizeOf(shape)).map((value) => value * 1000);
  const byType = {
    float32: values,
    int32: values.map(Math.round),
    bool: values.map((value) => Number(value > 0)),
  };
  return { shape, values: byType[dtype], dtype };
}

it('transposes in any order as the cpu backend does', async () => {
  const dimensions = array(record({ length: integer({ min: 0, max: 9 }), place: integer() }), {
    minLength: 1,
    maxLength: 5,
  });
  await assert(
    asyncProperty(dimensions, types, async (given, dtype) => {
      const shape = given.map(({ length }) => length);
      const perm = shape.map((_, axis) => axis).toSorted((a, b) => given[a]!.place - given[b]!.place);
      await expectAsOnCpu('Transpose', { x: tensor(shape, dtype) }, { perm }, {});
    }),
    { numRuns: 150 },
  );
});

it('transposes large matrices and images as the cpu backend does', async () => {
  await expectAsOnCpu('Transpose', { x: tensor([301, 203]) }, { perm: [1, 0] }, {});
  await expectAsOnCpu('Transpose', { x: tensor([5, 28, 28, 6]) }, { perm: [0, 3, 1, 2] }, {});
  await expectAsOnCpu('Transpose', { x: tensor([5, 6, 28, 28]) }, { perm: [0, 2, 3, 1] }, {});
});

it('slices as the cpu backend does', async () => {
  const dimensions = array(
    record({
      length: integer({ min: 1, max: 9 }),
      begin: integer({ min: 0, max: 8 }),
      size: integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  await assert(
    asyncProperty(dimensions, types, async (given, dtype) => {
      const begin = given.map((each) => Math.min(each.begin, each.length));
      const size = given.map((each, axis) => Math.min(each.size, each.length - begin[axis]!));
      await expectAsOnCpu(
        'Slice',
        {
          x: tensor(
            given.map(({ length }) => length),
            dtype,
          ),
        },
        { begin, size },
        {},
      );
    }),
    { numRuns: 100 },
  );
});

it('pads as the cpu backend does', async () => {
  const edge = integer({ min: 0, max: 2 });
  await assert(
    asyncProperty(
      lengths,
      array(edge, { minLength: 10, maxLength: 10 }),
      constantFrom(0, 1.5),
      types,
      async (shape, edges, constantValue, dtype) => {
        const paddings = shape.map((_, axis) => [edges[2 * axis]!, edges[2 * axis + 1]!]);
        await expectAsOnCpu('PadV2', { x: tensor(shape, dtype) }, { paddings, constantValue }, {});
      },
    ),
    { numRuns: 80 },
  );
});

it('tiles as the cpu backend does', async () => {
  const times = array(integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 });
  await assert(
    asyncProperty(lengths, times, types, async (shape, reps, dtype) => {
      await expectAsOnCpu('Tile', { x: tensor(shape, dtype) }, { reps: reps.slice(0, shape.length) }, {});
    }),
    { numRuns: 80 },
  );
});

it('concatenates along any axis as the cpu backend does', async () => {
  const widths = array(integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });
  await assert(
    asyncProperty(
      array(integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      integer({ min: 0, max: 3 }),
      widths,
      async (shape, place, each) => {
        const axis = place % shape.length;
        const parts = each.map((width, index) => tensor(shape.with(axis, width + (index === 0 ? 1 : 0))));
        const on = async (backendName: string) => {
          await setBackend(backendName);
          return tidy(() =>
            concatOp(
              parts.map(({ values, shape: own }) => tensorOf(Array.from(values), [...own])),
              axis,
            ).dataSync(),
          );
        };
        expect(await on('simd')).toEqual(await on('cpu'));
      },
    ),
    { numRuns: 80 },
  );
});

it('refuses to concatenate shapes that do not fit', async () => {
  await setBackend('simd');
  const [a, b] = [tensorOf([[1, 2]]), tensorOf([[1], [2]])];
  expect(() => concatOp([a, b], 0)).toThrow('does not match the shape');
});

it('gathers along any axis as the cpu backend does, and refuses what is outside', async () => {
  await assert(
    asyncProperty(
      array(integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      integer({ min: 0, max: 3 }),
      array(integer({ min: 0, max: 99 })),
      types,
      async (shape, place, picks, dtype) => {
        const axis = place % shape.length;
        const indices = {
          shape: [picks.length],
          values: picks.map((pick) => pick % shape[axis]!),
          dtype: 'int32',
        } as const;
        await expectAsOnCpu('GatherV2', { x: tensor(shape, dtype), indices }, { axis, batchDims: 0 }, {});
      },
    ),
    { numRuns: 80 },
  );
  const outside = { shape: [1], values: [3], dtype: 'int32' } as const;
  await expect(
    expectAsOnCpu('GatherV2', { x: tensor([3, 2]), indices: outside }, { axis: 0 }, {}),
  ).rejects.toThrow('3 is not in [0, 2]');
});

it('fills as the cpu backend does', async () => {
  await expectAsOnCpu('Fill', {}, { shape: [3, 5], value: 0.1 }, {});
  await expectAsOnCpu('Fill', {}, { shape: [3, 5], value: 2, dtype: 'int32' }, {});
  for (const kernelName of ['ZerosLike', 'OnesLike'])
    for (const dtype of ['float32', 'int32', 'bool'] as const)
      await expectAsOnCpu(kernelName, { x: tensor([3, 7], dtype) }, {}, {});
});

it('moves to the same place on one thread and on three', async () => {
  const x = tensor([70, 28, 31]);
  const indices = {
    shape: [90],
    values: Array.from({ length: 90 }, (_, index) => (index * 7) % 70),
    dtype: 'int32',
  } as const;
  await expectSameOnThreads(
    { kernel: transpose, inputs: { x }, attrs: { perm: [0, 2, 1] } },
    { kernel: transpose, inputs: { x }, attrs: { perm: [1, 0, 2] } },
    { kernel: slice, inputs: { x }, attrs: { begin: [1, 2, 3], size: [60, 20, 21] } },
    {
      kernel: pad,
      inputs: { x },
      attrs: {
        paddings: [
          [0, 0],
          [1, 2],
          [3, 1],
        ],
        constantValue: 1,
      },
    },
    { kernel: gather, inputs: { x, indices }, attrs: { axis: 0 } },
  );
});
