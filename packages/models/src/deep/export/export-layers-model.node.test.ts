import { elementCount } from '@fashion-mnist/core';
import { io, memory, type Tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import { gru } from '../layers/gru.ts';
import { identity } from '../layers/identity.ts';
import { l2Normalization } from '../layers/l2-normalization.ts';
import { reshape } from '../layers/reshape.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import type { Network } from '../network/network.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { exportLayersModel, type LayersModelFiles } from './export-layers-model.ts';
import { COMMON_CASES, ONNX_CASES } from './testing/layer-cases.ts';
import { COMMON_NETWORKS, ONNX_NETWORKS } from './testing/network-cases.ts';
import { randomNetwork } from './testing/random-network.ts';
import { relativeError, TOLERANCE } from './testing/relative-error.ts';

useCpu();

const BATCH_SIZE = 3;

describe('exportLayersModel', () => {
  it.each([...COMMON_CASES, ...COMMON_NETWORKS])(
    'writes %s as it predicts',
    async (_name, layer, inputShape) => {
      await expectSameAnswers(randomNetwork(layer, inputShape));
    },
  );

  it.each([...ONNX_CASES, ...ONNX_NETWORKS])('refuses %s', (_name, layer, inputShape) => {
    expect(() => exportLayersModel(randomNetwork(layer, inputShape))).toThrow(
      expect.objectContaining({ code: 'E_EXPORT' }),
    );
  });

  it.each([
    [l2Normalization(), 'l2-normalization cannot be written as a LayersModel: it has no such layer'],
    [
      sequence(reshape({ shape: [2, 3] }), gru({ units: 2 })),
      "gru cannot be written as a LayersModel: its GRU is that of reset: 'before'",
    ],
  ])('names the place of a layer that tfjs does not have', (layer, message) => {
    const network = randomNetwork(sequence(identity(), sum(layer)), [6]);
    const place = layer.kind === 'sequence' ? '.layers[1]' : '';
    expect(() => exportLayersModel(network)).toThrow(`architecture.layers[1].layers[0]${place}: ${message}`);
  });

  it('gives model.json and weights.bin, with names of classes and notes', async () => {
    const network = randomNetwork(sequence(flatten(), dense({ units: 2 })), [3, 2, 1]);
    const classNames = ['Shirt', 'Coat'];
    const { modelJson, weights } = exportLayersModel(network, {
      classNames,
      notes: { learnedFrom: 'coats' },
    });
    const files = new Map<string, BodyInit>([
      ['http://test/model.json', JSON.stringify(modelJson)],
      ['http://test/weights.bin', weights],
    ]);
    const fetchFunc = async (url: unknown) => new Response(files.get(url as string) ?? null);
    const model = await loadLayersModel(io.http('http://test/model.json', { fetchFunc }));
    expect(model.getUserDefinedMetadata()).toEqual({ learnedFrom: 'coats', classNames });
    const x = randomTensor([2, 3, 2, 1]);
    const answers = model.predict(x) as Tensor;
    expect(relativeError(answers.dataSync<'float32'>(), network.predict(x))).toBeLessThan(TOLERANCE);
  });

  it('gives as many learned numbers as the network has', async () => {
    for (const [, layer, inputShape] of COMMON_NETWORKS) {
      const network = randomNetwork(layer, inputShape);
      const model = await load(exportLayersModel(network));
      const counts = model.trainableWeights.map(({ shape }) => elementCount(shape as number[]));
      expect(counts.reduce((total, count) => total + count, 0)).toBe(network.parameterCount);
    }
  });

  it('refuses names of other classes than there are', () => {
    const network = randomNetwork(dense({ units: 3 }), [3]);
    expect(() => exportLayersModel(network, { classNames: ['Shirt'] })).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });

  it('leaves no tensor behind', () => {
    const network = randomNetwork(convolution({ filters: 4, size: 3, groups: 2 }), [4, 4, 2]);
    const before = memory().numTensors;
    exportLayersModel(network);
    expect(memory().numTensors).toBe(before);
  });
});

async function expectSameAnswers(network: Network): Promise<void> {
  const x = randomTensor([BATCH_SIZE, ...network.inputShape], 5);
  const model = await load(exportLayersModel(network));
  const answers = model.predict(x) as Tensor;
  const expected = network.predict(x);
  expect(answers.shape).toEqual(expected.shape);
  expect(relativeError(answers.dataSync<'float32'>(), expected)).toBeLessThan(TOLERANCE);
}

function load({ modelJson, weights, weightSpecs }: LayersModelFiles): Promise<LayersModel> {
  const { modelTopology } = JSON.parse(JSON.stringify(modelJson)) as io.ModelJSON;
  return loadLayersModel(
    io.fromMemory({ modelTopology, weightSpecs: [...weightSpecs], weightData: weights.buffer }),
  );
}
