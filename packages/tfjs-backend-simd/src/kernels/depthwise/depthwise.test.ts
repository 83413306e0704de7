import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createSimdBackend } from '../../index.ts';
import { convolutionCase } from '../../testing/convolution-case.ts';
import { dot } from '../../testing/dot.ts';
import { expectClose } from '../../testing/expect-close.ts';
import { runKernel, type TestInput } from '../../testing/on-both-backends.ts';
import { randomInput } from '../../testing/random-input.ts';
import { depthwiseConv2d } from './depthwise-conv2d.ts';

/** Sums of some hundred products in another order. */
const TOLERANCE = 1e-5;

it('convolves channel by channel as the cpu backend does, dilated or not', async () => {
  await fc.assert(
    fc.asyncProperty(convolutionCase({ mayDilate: true, isDepthwise: true }), async (given) => {
      const { xShape, filterShape, attrs, seed } = given;
      const inputs = { x: randomInput(xShape, seed), filter: randomInput(filterShape, seed + 1) };
      const [expected] = await runKernel('cpu', 'DepthwiseConv2dNative', inputs, attrs);
      const [got] = await runKernel('simd', 'DepthwiseConv2dNative', inputs, attrs);
      expectClose(got!, expected!, TOLERANCE);
    }),
    { numRuns: 80 },
  );
});

it('has the gradients of the cpu backend, which knows none of dilated windows', async () => {
  await fc.assert(
    fc.asyncProperty(convolutionCase({ mayDilate: false, isDepthwise: true }), async (given) => {
      const { xShape, filterShape, outShape, attrs, seed } = given;
      const x = randomInput(xShape, seed);
      const filter = randomInput(filterShape, seed + 1);
      const dy = randomInput(outShape, seed + 2);
      const calls = [
        ['DepthwiseConv2dNativeBackpropInput', { dy, filter }, { ...attrs, inputShape: [...xShape] }],
        ['DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape: [...filterShape] }],
      ] as const;
      for (const [kernelName, inputs, attributes] of calls) {
        const [expected] = await runKernel('cpu', kernelName, inputs, attributes);
        const [got] = await runKernel('simd', kernelName, inputs, attributes);
        expectClose(got!, expected!, TOLERANCE);
      }
    }),
    { numRuns: 80 },
  );
});

it("has the cpu backend's gradients where `dy` is larger than the output", async () => {
  const [x, dy, filter] = [
    randomInput([2, 5, 5, 2], 1),
    randomInput([2, 4, 4, 4], 2),
    randomInput([3, 3, 2, 2], 3),
  ];
  const attrs = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] };
  const calls = [
    ['DepthwiseConv2dNativeBackpropInput', { dy, filter }, { ...attrs, inputShape: [...x.shape] }],
    ['DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attrs, filterShape: [...filter.shape] }],
  ] as const;
  for (const [kernelName, inputs, attributes] of calls) {
    const [expected] = await runKernel('cpu', kernelName, inputs, attributes);
    const [got] = await runKernel('simd', kernelName, inputs, attributes);
    expectClose(got!, expected!, TOLERANCE);
  }
});

it('has gradients that are adjoints of the convolution, dilated or not', async () => {
  await fc.assert(
    fc.asyncProperty(convolutionCase({ mayDilate: true, isDepthwise: true }), async (given) => {
      const { xShape, filterShape, outShape, attrs, seed } = given;
      const x = randomInput(xShape, seed);
      const filter = randomInput(filterShape, seed + 1);
      const dy = randomInput(outShape, seed + 2);
      const kernel = 'DepthwiseConv2dNative';
      const [y] = await runKernel('simd', kernel, { x, filter }, attrs);
      const [dx] = await runKernel(
        'simd',
        `${kernel}BackpropInput`,
        { dy, filter },
        { ...attrs, inputShape: [...xShape] },
      );
      const [dFilter] = await runKernel(
        'simd',
        `${kernel}BackpropFilter`,
        { x, dy },
        { ...attrs, filterShape: [...filterShape] },
      );
      const scale = Math.sqrt(dot(y!, y!) * dot(dy, dy)) + 1e-3;
      expect(Math.abs(dot(dx!, x) - dot(y!, dy)) / scale).toBeLessThan(TOLERANCE);
      expect(Math.abs(dot(dFilter!, filter) - dot(y!, dy)) / scale).toBeLessThan(TOLERANCE);
    }),
    { numRuns: 80 },
  );
});

it('adds a bias and activates', async () => {
  for (const activation of ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu']) {
    const inputs = {
      x: randomInput([2, 9, 8, 3], 1),
      filter: randomInput([3, 3, 3, 2], 2),
      bias: randomInput([6], 3),
      ...(activation === 'prelu' && { preluActivationWeights: randomInput([6], 4) }),
    };
    const attrs = {
      strides: 1,
      pad: 'same',
      dataFormat: 'NHWC',
      dilations: 1,
      activation,
      leakyreluAlpha: 0.3,
    };
    const [expected] = await runKernel('cpu', 'FusedDepthwiseConv2D', inputs, attrs);
    const [got] = await runKernel('simd', 'FusedDepthwiseConv2D', inputs, attrs);
    expectClose(got!, expected!, TOLERANCE);
  }
});

it('keeps the taps of the largest windows out of the memory of others', async () => {
  const backend = await createSimdBackend({ threads: 1 });
  onTestFinished(() => backend.dispose());
  const tensorOf = ({ values, shape }: TestInput) =>
    backend.makeTensorInfo([...shape], 'float32', Float32Array.from(values));
  const bystander = tensorOf(randomInput([100_000], 1));
  backend.pointer(bystander);
  const before = backend.readSync(bystander.dataId);
  const x = tensorOf(randomInput([1, 300, 300, 1], 2));
  const filter = tensorOf(randomInput([300, 300, 1, 1], 3));
  const attrs = { strides: 1, pad: 'valid', dataFormat: 'NHWC', dilations: 1 };
  depthwiseConv2d.compute({ inputs: { x, filter }, attrs, backend });
  const after = backend.readSync(bystander.dataId) as Float32Array;
  expect(after.findIndex((value, index) => value !== before[index])).toBe(-1);
});
