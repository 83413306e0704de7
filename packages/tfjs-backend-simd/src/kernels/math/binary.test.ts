import { addN, setBackend, tensor as tensorOf, tidy } from '@tensorflow/tfjs-core';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import { runKernel } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { sizeOf, someValues } from '../../testing/values.ts';
import { BINARY_KERNELS } from './binary.ts';

const NAMES = BINARY_KERNELS.map(({ kernelName }) => kernelName).filter(
  (name) => name !== 'Prelu' && name !== 'EluGrad',
);
const kernelNames = constantFrom(...NAMES);

/** Few levels make equal values and zeros. */
function tensor(shape: readonly number[], seed: number) {
  return { shape, values: someValues(sizeOf(shape), seed).map((value) => Math.round(value * 5) / 4) };
}

it('broadcasts any two shapes as the cpu backend does, to the bit', async () => {
  const dimension = record({
    length: integer({ min: 0, max: 7 }),
    role: constantFrom('both', 'both', 'a', 'b'),
  });
  await assert(
    asyncProperty(
      kernelNames,
      array(dimension, { maxLength: 5 }),
      integer({ min: 0, max: 3 }),
      async (name, dimensions, cut) => {
        const a = dimensions.map(({ length, role }) => (role === 'b' ? 1 : length));
        const b = dimensions.map(({ length, role }) => (role === 'a' ? 1 : length));
        const leading = b.findIndex((length) => length !== 1);
        const shorter = b.slice(Math.min(cut, leading === -1 ? b.length : leading));
        await expectAsOnCpu(name, { a: tensor(a, 1), b: tensor(shorter, 2) }, {}, {});
      },
    ),
    { numRuns: 250 },
  );
});

it.each(NAMES)('%s treats special values as the cpu backend does', async (name) => {
  const special = [0, -0, 1, -1, NaN, Infinity, -Infinity, 1e-45, 3e38];
  const a = { shape: [special.length, 1], values: special };
  const b = { shape: [special.length], values: special };
  await expectAsOnCpu(name, { a, b }, {}, {});
});

it('scales what is below zero by slopes of channels', async () => {
  await expectAsOnCpu('Prelu', { x: tensor([3, 5, 7], 1), alpha: tensor([7], 2) }, {}, {});
  await expectAsOnCpu('Prelu', { x: tensor([3, 5, 7], 1), alpha: tensor([5, 1], 2) }, {}, {});
});

it('has the gradient of ELU that the cpu backend has', async () => {
  await expectAsOnCpu('EluGrad', { dy: tensor([3, 7], 1), y: tensor([3, 7], 2) }, {}, { relative: 1.2e-7 });
});

it('adds many arrays in their order', async () => {
  const terms = [1, 2, 3, 4].map((seed) => tensor([5, 7], seed));
  for (const count of [1, 2, 4]) {
    const sumOn = async (backendName: string) => {
      await setBackend(backendName);
      return tidy(() =>
        addN(terms.slice(0, count).map(({ values, shape }) => tensorOf(values, [...shape]))).dataSync(),
      );
    };
    expect(await sumOn('simd')).toEqual(await sumOn('cpu'));
  }
});

it('chooses by conditions of the same shape or of rows', async () => {
  const [t, e] = [tensor([5, 7], 1), tensor([5, 7], 2)];
  const values = Array.from({ length: 35 }, (_, index) => (index % 3) % 2);
  await expectAsOnCpu('Select', { condition: { values, shape: [5, 7], dtype: 'bool' }, t, e }, {}, {});
  await expectAsOnCpu(
    'Select',
    { condition: { values: values.slice(0, 5), shape: [5], dtype: 'bool' }, t, e },
    {},
    {},
  );
});

it('casts between float32, int32 and bool', async () => {
  const values = [0, 1.9, -1.9, 3e9, -3e9, 1e15, 1e30, NaN, Infinity, -0.5, 7];
  const x = { values, shape: [values.length] };
  await expectAsOnCpu('Cast', { x }, { dtype: 'int32' }, {});
  await expectAsOnCpu('Cast', { x }, { dtype: 'bool' }, {});
  const ints = { values: [1, 0, -5, 123_456, 2 ** 31 - 1], shape: [5], dtype: 'int32' } as const;
  const [floats] = await runKernel('simd', 'Cast', { x: ints }, { dtype: 'float32' });
  expect(Array.from(floats!.values)).toEqual(ints.values.map(Math.fround));
  const bools = { values: [1, 0, 0, 1, 1], shape: [5], dtype: 'bool' } as const;
  for (const dtype of ['float32', 'int32']) await expectAsOnCpu('Cast', { x: bools }, { dtype }, {});
});

it('computes the same on one thread and on three', async () => {
  const [a, b, bias] = [tensor([70, 1001], 1), tensor([70, 1001], 2), tensor([1001], 3)];
  await expectSameOnThreads(
    ...BINARY_KERNELS.filter(({ kernelName }) => NAMES.includes(kernelName)).flatMap((kernel) => [
      { kernel, inputs: { a, b } },
      { kernel, inputs: { a: bias, b } },
    ]),
  );
});
