import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convolutionCase, grayCase, tinyCase, winogradCase } from '../../testing/convolution-case.ts';
import { expectClose } from '../../testing/expect-close.ts';
import { runKernel } from '../../testing/on-both-backends.ts';
import { randomInput } from '../../testing/random-input.ts';

/** Sums of some hundred products in another order; Winograd's transforms lose one more digit. */
const TOLERANCE = 2e-5;

it.each([
  ['for any window, stride, padding and dilation', convolutionCase({ mayDilate: true }), 100],
  ['for images so small that most windows reach over their margins', tinyCase(), 40],
  ["by Winograd's way, for any channels and padding", winogradCase(), 20],
  ['for images with one channel', grayCase(), 40],
])('convolves as the cpu backend does, %s', async (_, cases, numRuns) => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ xShape, filterShape, attrs, seed }) => {
      const inputs = { x: randomInput(xShape, seed), filter: randomInput(filterShape, seed + 1) };
      const [expected] = await runKernel('cpu', 'Conv2D', inputs, attrs);
      const [got] = await runKernel('simd', 'Conv2D', inputs, attrs);
      expectClose(got!, expected!, TOLERANCE);
    }),
    { numRuns },
  );
});

it("convolves in blocks by Winograd's way when there are many channels", async () => {
  const shapes = { x: [3, 12, 13, 4], filter: [5, 5, 4, 1500] };
  const inputs = { x: randomInput(shapes.x, 1), filter: randomInput(shapes.filter, 2) };
  const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
  const [expected] = await runKernel('cpu', 'Conv2D', inputs, attrs);
  const [got] = await runKernel('simd', 'Conv2D', inputs, attrs);
  expectClose(got!, expected!, TOLERANCE);
});

it('adds a bias and activates', async () => {
  for (const activation of ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'])
    for (const filterShape of [
      [3, 3, 5, 7],
      [1, 1, 5, 7],
    ]) {
      const inputs = {
        x: randomInput([2, 9, 8, 5], 1),
        filter: randomInput(filterShape, 2),
        bias: randomInput([7], 3),
        ...(activation === 'prelu' && { preluActivationWeights: randomInput([7], 4) }),
      };
      const attrs = {
        strides: 1,
        pad: 'same',
        dataFormat: 'NHWC',
        dilations: 1,
        activation,
        ...(activation === 'leakyrelu' && { leakyreluAlpha: 0.3 }),
      };
      const [expected] = await runKernel('cpu', 'FusedConv2D', inputs, attrs);
      const [got] = await runKernel('simd', 'FusedConv2D', inputs, attrs);
      expectClose(got!, expected!, TOLERANCE);
    }
});

it('leaves other layouts to the cpu backend', async () => {
  const inputs = { x: randomInput([1, 3, 6, 6], 1), filter: randomInput([3, 3, 3, 4], 2) };
  const attrs = { strides: 1, pad: 'same', dataFormat: 'NCHW', dilations: 1 };
  const [expected] = await runKernel('cpu', 'Conv2D', inputs, attrs);
  const [got] = await runKernel('simd', 'Conv2D', inputs, attrs);
  expect(Array.from(got!.values)).toEqual(Array.from(expected!.values));
});

it('cuts the margins off where padding is negative, as the cpu backend does', async () => {
  for (const margins of [
    [-1, -1],
    [-2, 1],
    [1, -2],
  ])
    for (const [channels, filters, window] of [
      [1, 8, 3],
      [4, 8, 3],
      [3, 5, 2],
    ] as const) {
      const x = randomInput([3, 12, 12, channels], 1);
      const filter = randomInput([window, window, channels, filters], 2);
      const pad = [[0, 0], margins, margins, [0, 0]];
      const attrs = { strides: 1, pad, dataFormat: 'NHWC', dilations: 1 } as unknown as NamedAttrMap;
      const [expected] = await runKernel('cpu', 'Conv2D', { x, filter }, attrs);
      const [got] = await runKernel('simd', 'Conv2D', { x, filter }, attrs);
      expectClose(got!, expected!, TOLERANCE);
      const gradient = [
        { x, dy: randomInput(expected!.shape, 3) },
        { ...attrs, filterShape: [...filter.shape] },
      ] as const;
      const [expectedFilter] = await runKernel('cpu', 'Conv2DBackpropFilter', ...gradient);
      const [gotFilter] = await runKernel('simd', 'Conv2DBackpropFilter', ...gradient);
      expectClose(gotFilter!, expectedFilter!, TOLERANCE);
    }
});
