import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ConvolutionCase,
  convolutionCase,
  grayCase,
  tinyCase,
  winogradCase,
} from '../../testing/convolution-case.ts';
import { dot } from '../../testing/dot.ts';
import { expectClose } from '../../testing/expect-close.ts';
import { runKernel, type TestInput, type TestOutput } from '../../testing/on-both-backends.ts';
import { randomInput } from '../../testing/random-input.ts';

/** Sums of some hundred products in another order; Winograd's transforms lose one more digit. */
const TOLERANCE = 2e-5;

it.each([
  ['for any window, stride and padding', convolutionCase({ mayDilate: false }), 50],
  ['for images so small that most windows reach over their margins', tinyCase(), 20],
  ["by Winograd's way, for any channels and padding", winogradCase(), 5],
  ['for images with one channel', grayCase(), 10],
])('has the gradients of the cpu backend, %s', async (_, cases, numRuns) => {
  await fc.assert(
    fc.asyncProperty(cases, async (given) => {
      const [expectedInput, expectedFilter] = await gradients('cpu', given);
      const [gotInput, gotFilter] = await gradients('simd', given);
      expectClose(gotInput, expectedInput, TOLERANCE);
      expectClose(gotFilter, expectedFilter, TOLERANCE);
    }),
    { numRuns },
  );
});

it('has the gradient of the cpu backend for fewer inputs than the gradient of the output is of', async () => {
  const inputs = { dy: randomInput([1, 8, 8, 8], 1), filter: randomInput([5, 5, 8, 8], 2) };
  const attrs = {
    strides: 1,
    pad: 'same',
    dataFormat: 'NHWC',
    dimRoundingMode: 'floor',
    inputShape: [1, 4, 4, 8],
  };
  const [expected] = await runKernel('cpu', 'Conv2DBackpropInput', inputs, attrs);
  const [got] = await runKernel('simd', 'Conv2DBackpropInput', inputs, attrs);
  expectClose(got!, expected!, TOLERANCE);
});

it("gives a filter the cpu backend's gradient where `dy` is larger than the output, or there are no images", async () => {
  const attrs = { strides: 1, pad: 'valid', dataFormat: 'NHWC', dilations: 1 };
  for (const [images, side, channels, filters] of [
    [2, 6, 4, 3],
    [0, 4, 1, 8],
    [0, 4, 4, 8],
    [0, 4, 3, 5],
  ] as const) {
    const inputs = {
      x: randomInput([images, 6, 6, channels], 1),
      dy: randomInput([images, side, side, filters], 2),
    };
    const attributes = { ...attrs, filterShape: [3, 3, channels, filters] };
    const [expected] = await runKernel('cpu', 'Conv2DBackpropFilter', inputs, attributes);
    const [got] = await runKernel('simd', 'Conv2DBackpropFilter', inputs, attributes);
    expectClose(got!, expected!, TOLERANCE);
  }
});

it('has gradients that are adjoints of the convolution, dilated or not', async () => {
  await fc.assert(fc.asyncProperty(convolutionCase({ mayDilate: true }), expectAdjoints), { numRuns: 50 });
});

it("has gradients that are adjoints by Winograd's way, for any number of channels", async () => {
  await fc.assert(fc.asyncProperty(winogradCase(), expectAdjoints), { numRuns: 20 });
  await fc.assert(fc.asyncProperty(winogradCase({ isDeep: true }), expectAdjoints), { numRuns: 4 });
});

async function expectAdjoints(given: ConvolutionCase): Promise<void> {
  const { x, filter, dy } = inputsOf(given);
  const [y] = await runKernel('simd', 'Conv2D', { x, filter }, given.attrs);
  const [dx, dFilter] = await gradients('simd', given);
  const scale = Math.sqrt(dot(y!, y!) * dot(dy, dy)) + 1e-3;
  expect(Math.abs(dot(dx, x) - dot(y!, dy)) / scale).toBeLessThan(TOLERANCE);
  expect(Math.abs(dot(dFilter, filter) - dot(y!, dy)) / scale).toBeLessThan(TOLERANCE);
}

function inputsOf({
  xShape,
  filterShape,
  outShape,
  seed,
}: ConvolutionCase): Record<'x' | 'filter' | 'dy', TestInput> {
  return {
    x: randomInput(xShape, seed),
    filter: randomInput(filterShape, seed + 1),
    dy: randomInput(outShape, seed + 2),
  };
}

async function gradients(backend: string, given: ConvolutionCase): Promise<[TestOutput, TestOutput]> {
  const { x, filter, dy } = inputsOf(given);
  const [dx] = await runKernel(
    backend,
    'Conv2DBackpropInput',
    { dy, filter },
    { ...given.attrs, inputShape: [...given.xShape] },
  );
  const [dFilter] = await runKernel(
    backend,
    'Conv2DBackpropFilter',
    { x, dy },
    { ...given.attrs, filterShape: [...given.filterShape] },
  );
  return [dx!, dFilter!];
}
