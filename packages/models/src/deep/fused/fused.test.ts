import { add, grads, matMul, mul, relu as plainRelu, sum, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { useOwnKernel } from '../testing/own-kernels.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { normalizeBatch } from './batch-normalization-training.ts';
import { denseProduct } from './dense-product.ts';
import { relu } from './relu.ts';
import { seededDropout } from './seeded-dropout.ts';
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts';
import { weightedSum } from './weighted-sum.ts';

useCpu();

/** A value and its gradients by all inputs, for a random gradient by the value. */
function valueAndGradients(compute: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): number[][] {
  const value = compute(...inputs);
  const dy = randomTensor(value.shape, 99);
  return [value, ...grads(compute)([...inputs], dy)].map((each) => [...each.dataSync()]);
}

const x = (): Tensor => randomTensor([4, 3], 1);

describe('relu', () => {
  it("has tfjs' values and gradient", () => {
    expect(valueAndGradients(relu, [x()])).toEqual(valueAndGradients((t) => plainRelu(t), [x()]));
  });

  it("takes the gradient by the backend's own kernel where there is one", () => {
    const expected = valueAndGradients(relu, [x()]);
    const calls = useOwnKernel('ReluGrad', ({ dy, y }) => [
      [dy!.map((d, i) => (y![i]! > 0 ? d : 0)), [4, 3]],
    ]);
    expectClose(valueAndGradients(relu, [x()]).flat(), expected.flat(), 0);
    expect(calls()).toBe(1);
  });
});

describe('weightedSum', () => {
  const kernel = () => randomTensor([3, 5], 2);
  const bias = () => randomTensor([5], 3);

  it.each(['linear', 'relu', 'elu', 'relu6', 'sigmoid'] as const)(
    'with %s has the gradients of its parts one by one',
    (activation) => {
      const options = { activation, isInput: false };
      const fusedSum = ([a, b, c]: Tensor[]) =>
        weightedSum(denseProduct, a!, { kernel: b!, bias: c! }, options);
      const parts = ([a, b, c]: Tensor[]) =>
        weightedSum(denseProduct, add(matMul(a!, b!), c!), { kernel: identity(5), bias: undefined }, options);
      const [actual, expected] = [fusedSum, parts].map((compute) =>
        valueAndGradients((...inputs) => compute(inputs), [x(), kernel(), bias()]).flat(),
      );
      expectClose(actual!, expected!, 1e-6);
    },
  );

  it('gives no gradient by what the network was given', () => {
    const options = { activation: 'relu', isInput: true } as const;
    const compute = (a: Tensor) => weightedSum(denseProduct, a, { kernel: kernel(), bias: bias() }, options);
    expect(() => grads(compute)([x()])).toThrow('gradient');
  });
});

describe('normalizeBatch', () => {
  const scale = () => randomTensor([3], 4);
  const offset = () => randomTensor([3], 5);
  const options = { epsilon: 1e-3, activation: 'relu' } as const;
  const normalize = (...[t, s, o]: Tensor[]): Tensor => {
    const { y, mean, variance } = normalizeBatch(t!, { scale: s!, offset: o! }, options);
    mean.dispose();
    variance.dispose();
    return y;
  };

  it("computes by the backend's own kernels where there are some", () => {
    const expected = valueAndGradients(normalize, [x(), scale(), offset()]);
    const own = kernelsOfNormalization();
    const actual = valueAndGradients(normalize, [x(), scale(), offset()]);
    actual.forEach((values, i) => expectClose(values, expected[i]!, 1e-5));
    expect(own()).toEqual([2, 1]);
  });
});

describe('softmaxCrossEntropy', () => {
  it("computes by the backend's own kernel where there is one", () => {
    const calls = useOwnKernel('SoftmaxCrossEntropy', () => [
      [[1, 2, 3, 4], [4]],
      [new Float32Array(12).fill(0.5), [4, 3]],
    ]);
    const loss = (t: Tensor): Tensor => mul(softmaxCrossEntropy(t, x()), [1, 2, 3, 4]);
    const [losses, gradient] = valueAndGradients((t) => sum(loss(t)), [x()]);
    expect(losses).toEqual([1 + 4 + 9 + 16]);
    const dy = randomTensor([], 99).dataSync()[0]!;
    expectClose(
      gradient!,
      [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4].map((row) => row * 0.5 * dy),
      1e-6,
    );
    expect(calls()).toBe(2);
  });
});

describe('seededDropout', () => {
  it.each(golden.dropout)(
    'keeps what the hash says for seed $seed and rate $rate',
    ({ seed, rate, kept }) => {
      const values = randomTensor([kept.length], 6);
      const dropped = seededDropout(values, { seed, rate }).dataSync();
      const factors = kept.map((keep) => keep / (1 - rate));
      expectClose(
        dropped,
        [...values.dataSync()].map((value, i) => value * factors[i]!),
        1e-6,
      );
    },
  );

  it('lets gradients through where values went through', () => {
    const choice = { seed: 5, rate: 0.4 };
    const values = randomTensor([50], 7);
    const [dropped, gradient] = valueAndGradients((t) => seededDropout(t, choice), [values]);
    const expected = seededDropout(randomTensor([50], 99), choice).dataSync();
    expect(gradient).toEqual([...expected]);
    expect(dropped!.filter((value) => value === 0).length).toBeGreaterThan(10);
  });

  it("drops by the backend's own kernel where there is one", () => {
    const calls = useOwnKernel('SeededDropout', (inputs, { rate, seed }) => [
      [inputs['x']!.map((value) => value * (rate as number) + (seed as number)), [4, 3]],
    ]);
    const [value] = valueAndGradients((t) => seededDropout(t, { rate: 0.5, seed: 3 }), [x()]);
    expectClose(
      value!,
      [...x().dataSync()].map((each) => each * 0.5 + 3),
      1e-6,
    );
    expect(calls()).toBe(2 + 1);
  });
});

function identity(size: number): Tensor {
  const eye = Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
  return tensor(eye, [size, size]);
}

/** Both kernels as sums over rows, in float64. */
function kernelsOfNormalization(): () => number[] {
  const column = (values: Float32Array, channel: number) => [...values].filter((_, i) => i % 3 === channel);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const channels = [0, 1, 2];
  const rows = (value: (i: number, channel: number) => number) =>
    Array.from({ length: 12 }, (_, i) => value(i, i % 3));
  const forward = useOwnKernel('BatchNormTraining', ({ x: t, scale, offset }, { epsilon }) => {
    const means = channels.map((channel) => mean(column(t!, channel)));
    const variances = channels.map((channel) =>
      mean(column(t!, channel).map((value) => (value - means[channel]!) ** 2)),
    );
    const normal = (i: number, c: number) =>
      (t![i]! - means[c]!) / Math.sqrt(variances[c]! + (epsilon as number));
    const y = rows((i, c) => Math.max(normal(i, c) * scale![c]! + offset![c]!, 0));
    return [
      [y, [4, 3]],
      [means, [3]],
      [variances, [3]],
    ];
  });
  const backward = useOwnKernel('BatchNormTrainingGrad', (inputs, { epsilon }) => {
    const { dy, x: t, y, mean: means, variance, scale } = inputs as Record<string, Float32Array>;
    const inverse = channels.map((c) => 1 / Math.sqrt(variance![c]! + (epsilon as number)));
    const slope = Float32Array.from(dy!, (d, i) => (y![i]! > 0 ? d : 0));
    const normal = Float32Array.from(t!, (value, i) => (value - means![i % 3]!) * inverse[i % 3]!);
    const dOffset = channels.map((c) => 4 * mean(column(slope, c)));
    const products = slope.map((d, i) => d * normal[i]!);
    const dScale = channels.map((c) => 4 * mean(column(products, c)));
    const dx = rows(
      (i, c) => scale![c]! * inverse[c]! * (slope[i]! - dOffset[c]! / 4 - (normal[i]! * dScale[c]!) / 4),
    );
    return [
      [dx, [4, 3]],
      [dScale, [3]],
      [dOffset, [3]],
    ];
  });
  return () => [forward(), backward()];
}
