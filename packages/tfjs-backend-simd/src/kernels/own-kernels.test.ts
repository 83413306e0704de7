import { expect, it } from 'vitest';
import { runKernel, type TestInput } from '../testing/on-both-backends.ts';

const floats = (...shape: number[]): TestInput => ({
  shape,
  values: new Float32Array(shape.reduce((size, length) => size * length, 1)),
});
const integers = (...shape: number[]): TestInput => ({ ...floats(...shape), dtype: 'int32' });

type Inputs = Readonly<Record<string, TestInput>>;

const REFUSED: readonly [kernelName: string, inputs: Inputs, message: string][] = [
  [
    'AdamUpdate',
    { parameter: floats(3), gradient: floats(2), first: floats(3), second: floats(3) },
    'gradient: expected float32 [3], got float32 [2]',
  ],
  [
    'AverageUpdate',
    { average: floats(3), parameter: integers(3) },
    'parameter: expected float32 [3], got int32 [3]',
  ],
  [
    'BatchNormTraining',
    { x: floats(4, 2), scale: floats(3), offset: floats(2) },
    'scale: expected float32 [2], got float32 [3]',
  ],
  [
    'BatchNormTraining',
    { x: floats(), scale: floats(1), offset: floats(1) },
    'x: expected rows of channels, got []',
  ],
  [
    'BatchNormTrainingGrad',
    {
      dy: floats(2, 2),
      x: floats(4, 2),
      y: floats(4, 2),
      mean: floats(2),
      variance: floats(2),
      scale: floats(2),
    },
    'dy: expected float32 [4,2], got float32 [2,2]',
  ],
  [
    'MomentumUpdate',
    { parameter: floats(3), gradient: floats(3), velocity: floats(1) },
    'velocity: expected float32 [3], got float32 [1]',
  ],
  ['ReluGrad', { dy: integers(2), y: floats(2) }, 'dy: expected float32 [2], got int32 [2]'],
  ['SeededDropout', { x: integers(2) }, 'x: expected float32 [2], got int32 [2]'],
  [
    'SoftmaxCrossEntropy',
    { logits: floats(2, 3), targets: floats(1, 3) },
    'targets: expected float32 [2,3], got float32 [1,3]',
  ],
  [
    'SoftmaxCrossEntropy',
    { logits: floats(6), targets: floats(6) },
    'logits: expected rows of classes, got [6]',
  ],
];

it.each(REFUSED.map(([kernelName, inputs, message]) => ({ kernelName, inputs, message })))(
  '$kernelName refuses what it would misread: $message',
  async ({ kernelName, inputs, message }) => {
    await expect(runKernel('simd', kernelName, inputs)).rejects.toThrow(
      new RangeError(`${kernelName}: ${message}`),
    );
  },
);
