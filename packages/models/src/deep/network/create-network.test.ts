import { add, matMul, memory, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { activation } from '../layers/activation.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { maxPooling } from '../layers/pooling.ts';
import { sequence } from '../layers/sequence.ts';
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
