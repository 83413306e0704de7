import {
  add,
  dispose,
  matMul,
  mean,
  memory,
  type Scalar,
  type Tensor,
  tensor,
  tidy,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import golden from '../../../test/golden/deep-layers.json' with { type: 'json' };
import { normalizedConvolution } from '../blocks/normalized-convolution.ts';
import { softmaxCrossEntropy } from '../fused/softmax-cross-entropy.ts';
import { activation } from '../layers/activation.ts';
import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
import { gru } from '../layers/gru.ts';
import type { Layer } from '../layers/layer.ts';
import { averagePooling, maxPooling } from '../layers/pooling.ts';
import { reshape } from '../layers/reshape.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { createNetwork } from './create-network.ts';
import type { Network } from './network.ts';

useCpu();

const architecture = sequence(
  convolution({ filters: 3, size: 3, activation: 'relu' }),
  maxPooling(),
  sequence(flatten(), dense({ units: 4 }), activation({ function: 'relu' })),
  dense({ units: 2 }),
);
const inputShape = [6, 6, 1];
const open: Network[] = [];
const create = (seed: number): Network => {
  const network = createNetwork(architecture, { name: 'small', inputShape, seed });
  open.push(network);
  return network;
};
const bytesOf = (network: Network) => network.parameters.map(({ variable }) => [...variable.dataSync()]);

afterEach(() => {
  for (const network of open.splice(0)) network.dispose();
});

describe('createNetwork', () => {
  it('places parameters by the layers that have them', () => {
    const network = create(1);
    expect(network.parameters.map(({ path, variable }) => [path, variable.shape])).toEqual([
      ['0.kernel', [3, 3, 1, 3]],
      ['0.bias', [3]],
      ['2.1.kernel', [27, 4]],
      ['2.1.bias', [4]],
      ['3.kernel', [4, 2]],
      ['3.bias', [2]],
    ]);
    expect(network.parameterCount).toBe(27 + 3 + 108 + 4 + 8 + 2);
    expect(network.outputShape).toEqual([2]);
  });

  it('draws the same parameters for the same seed, others for another', () => {
    expect(bytesOf(create(5))).toEqual(bytesOf(create(5)));
    expect(bytesOf(create(5))).not.toEqual(bytesOf(create(6)));
  });

  it.each(golden.initialization)('draws by the seed and the place: $path', ({ seed, path, kernel }) => {
    const layers = sequence(
      convolution({ filters: 4, size: 3 }),
      sequence(flatten(), reshape({ shape: [4] }), dense({ units: 3 })),
    );
    const network = createNetwork(layers, { name: 'drawn', inputShape: [1, 1, 1], seed });
    open.push(network);
    const found = network.parameters.find((each) => each.path === [...path.slice(0, -1), 'kernel'].join('.'));
    expect(found!.variable.shape).toEqual(kernel.shape);
    expect([...found!.variable.dataSync()]).toEqual(kernel.data);
  });

  it('draws a parameter by its place alone', () => {
    const shorter = createNetwork(sequence(convolution({ filters: 3, size: 3 })), {
      name: 'x',
      inputShape,
      seed: 5,
    });
    open.push(shorter);
    expect(bytesOf(shorter)[0]).toEqual(bytesOf(create(5))[0]);
  });

  it('gives the features before the last dense layer', () => {
    const network = create(3);
    const x = randomTensor([2, 6, 6, 1]);
    const embedded = network.embed(x);
    expect(embedded.shape).toEqual([2, 4]);
    const [kernel, bias] = network.parameters.slice(-2).map(({ variable }) => variable as Tensor);
    const answers = tidy(() => add(matMul(embedded, kernel!), bias!));
    expect([...network.predict(x).dataSync()]).toEqual([...answers.dataSync()]);
  });

  it('keeps no tensor but its parameters', () => {
    const before = memory().numTensors;
    const network = create(3);
    expect(memory().numTensors - before).toBe(6);
    const x = tensor(new Float32Array(36), [1, 6, 6, 1]);
    network.predict(x).dispose();
    network.train(x, { seed: 1 }).dispose();
    network.applyStatistics();
    x.dispose();
    expect(memory().numTensors - before).toBe(6);
    network.dispose();
    open.splice(0);
    expect(memory().numTensors).toBe(before);
  });

  it('refuses images of another shape', () => {
    const x = randomTensor([2, 5, 6, 1]);
    expect(() => create(1).predict(x)).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});

describe('a network with statistics', () => {
  const createFollowing = (): Network => {
    const layers = sequence(batchNormalization({ momentum: 0.75 }), flatten(), dropout({ rate: 0.5 }));
    const network = createNetwork(layers, { name: 'statistics', inputShape: [2, 1, 1], seed: 1 });
    open.push(network);
    return network;
  };
  const x = () => tensor([1, 3, 5, 7], [2, 2, 1, 1]);
  const statistics = (network: Network) =>
    network.parameters.slice(2).map(({ variable }) => [...variable.dataSync()]);

  it('moves them once a step has been applied, not before', () => {
    const network = createFollowing();
    network.train(x(), { seed: 1 });
    expect(statistics(network)).toEqual([[0], [1]]);
    network.applyStatistics();
    const unbiased = (9 + 1 + 1 + 9) / 3;
    expect(statistics(network)).toEqual([[0.25 * 4], [Math.fround(0.75 + 0.25 * unbiased)]]);
  });

  it('drops those of a step that was never applied', () => {
    const network = createFollowing();
    const before = memory().numTensors;
    for (const seed of [1, 2, 3]) tidy(() => void network.train(x(), { seed }));
    expect(memory().numTensors).toBe(before + 2);
    network.dropStatistics();
    expect(memory().numTensors).toBe(before);
    network.applyStatistics();
    expect(statistics(network)).toEqual([[0], [1]]);
  });

  it('drops out by the seed of the step when training, and nothing else', () => {
    const network = createFollowing();
    const trained = (seed: number) => [...network.train(x(), { seed }).dataSync()];
    expect(trained(1)).toEqual(trained(1));
    expect([1, 2, 3, 4, 5, 6].map(trained)).toContainEqual(expect.arrayContaining([0]));
    expect([...network.predict(x()).dataSync()]).not.toContain(0);
  });

  it('does not count them among what is learned', () => {
    expect(createFollowing().parameterCount).toBe(2);
  });
});

describe('a step of training', () => {
  it('leaves no tensor behind but statistics, which go when they are applied', () => {
    const layers = sequence(
      normalizedConvolution({ filters: 4, size: 3, stride: 2 }),
      convolution({ filters: 4, size: 3, groups: 4, activation: 'relu' }),
      convolution({ filters: 4, size: 3, dilation: 2, activation: 'elu' }),
      averagePooling({ padding: 'same' }),
      dropout({ rate: 0.3 }),
      reshape({ shape: [4, 1] }),
      gru({ units: 3 }),
      dense({ units: 2 }),
    );
    const network = createNetwork(layers, { name: 'training', inputShape: [4, 4, 2], seed: 1 });
    open.push(network);
    const x = randomTensor([2, 4, 4, 2]);
    const targets = tensor([1, 0, 0, 1], [2, 2]);
    const before = memory().numTensors;
    for (const seed of [1, 2, 3]) {
      const { value, grads } = variableGrads(() =>
        mean<Scalar>(softmaxCrossEntropy(network.train(x, { seed }), targets)),
      );
      network.applyStatistics();
      dispose([value, ...Object.values(grads)]);
      expect(memory().numTensors).toBe(before);
    }
  });
});

describe('embed', () => {
  const embedded = (layers: Layer, shape: readonly number[]): number[] => {
    const network = createNetwork(layers, { name: 'embedding', inputShape: shape, seed: 1 });
    open.push(network);
    return network.embed(randomTensor([2, ...shape])).shape;
  };

  it('goes to the last convolution where there is no dense layer', () => {
    const layers = sequence(maxPooling(), sequence(convolution({ filters: 3, size: 1 }), maxPooling()));
    expect(embedded(layers, [4, 4, 2])).toEqual([2, 2 * 2 * 2]);
  });

  it('goes before a sum with a dense layer in it', () => {
    const layers = sequence(flatten(), sum(dense({ units: 3 }), dense({ units: 3 })));
    expect(embedded(layers, [2, 2, 1])).toEqual([2, 4]);
  });

  it('gives what comes in where there is nothing to learn', () => {
    expect(embedded(sequence(flatten()), [2, 2, 1])).toEqual([2, 4]);
  });
});
