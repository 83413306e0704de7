import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { createSimdBackend, type SimdBackendOptions } from '../../index.ts';
import { firstDifference } from '../../testing/first-difference.ts';
import { hasWideVectors } from '../../testing/has-wide-vectors.ts';
import { randomInput } from '../../testing/random-input.ts';
import { depthwiseConv2dBackpropFilter } from '../depthwise/depthwise-conv2d-backprop-filter.ts';
import type { SimdKernel } from '../kernel.ts';
import { batchMatMul } from '../products/batch-mat-mul.ts';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';

interface Call {
  readonly kernel: SimdKernel;
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly attrs: NamedAttrMap;
}

function callsOf(window: number, stride: number, channels = 12, images = 9): readonly Call[] {
  const x = [images, 14, 14, channels];
  const filter = [window, window, channels, 20];
  const dy = [images, 14 / stride, 14 / stride, 20];
  const attrs = { strides: stride, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
  return [
    { kernel: conv2d, inputs: { x, filter }, attrs },
    { kernel: conv2dBackpropInput, inputs: { dy, filter }, attrs: { ...attrs, inputShape: x } },
    { kernel: conv2dBackpropFilter, inputs: { x, dy }, attrs: { ...attrs, filterShape: filter } },
  ];
}

const depthwiseAttrs = { strides: 1, pad: 'same', dilations: 1, filterShape: [3, 3, 12, 1] };

const CALLS: readonly Call[] = [
  ...[1, 2].flatMap((stride) => [1, 3, 5].flatMap((window) => callsOf(window, stride))),
  ...callsOf(5, 1, 700, 4),
  ...callsOf(3, 1, 1),
  ...callsOf(3, 1, 260),
  ...callsOf(3, 2, 40),
  { kernel: batchMatMul, inputs: { a: [1, 500, 300], b: [1, 300, 130] }, attrs: {} },
  { kernel: batchMatMul, inputs: { a: [1, 2, 300], b: [1, 300, 1030] }, attrs: {} },
  {
    kernel: depthwiseConv2dBackpropFilter,
    inputs: { x: [9, 14, 14, 12], dy: [9, 14, 14, 12] },
    attrs: depthwiseAttrs,
  },
];

const expected = await resultsOf({ threads: 1, wideVectors: false });

it('computes the same bytes on any number of threads, and gives back all memory that it borrows', async () => {
  await expectSameBytes({ threads: 3, wideVectors: false });
});

describe.runIf(await hasWideVectors())('vectors of 256 bits', () => {
  it.each([1, 2, 3])('compute the same bytes as narrow ones, on %i threads', async (threads) => {
    await expectSameBytes({ threads, wideVectors: true });
  });
});

async function expectSameBytes(options: SimdBackendOptions): Promise<void> {
  const results = await resultsOf(options);
  for (const [call, result] of results.entries())
    expect(firstDifference(result, expected[call]!)).toBeUndefined();
}

async function resultsOf(options: SimdBackendOptions): Promise<readonly Float32Array[]> {
  const backend = await createSimdBackend(options);
  const before = backend.allocatedBytes;
  const results = CALLS.map((call) => resultOf(backend, call));
  expect(backend.allocatedBytes).toBe(before);
  backend.dispose();
  return results;
}

function resultOf(backend: SimdBackend, { kernel, inputs, attrs }: Call): Float32Array {
  const tensors = Object.fromEntries(
    Object.entries(inputs).map(([name, shape], index) => {
      const { values } = randomInput(shape, index);
      const dataId = backend.write(values as Float32Array, [...shape], 'float32');
      return [name, { dataId, shape: [...shape], dtype: 'float32' } satisfies TensorInfo];
    }),
  );
  const result = kernel.compute({ inputs: tensors, attrs, backend }) as TensorInfo;
  const values = backend.readSync(result.dataId) as Float32Array;
  for (const { dataId } of [...Object.values(tensors), result]) backend.disposeData(dataId);
  return values;
}
