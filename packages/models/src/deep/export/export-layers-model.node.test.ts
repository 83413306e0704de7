import { io, type Tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { dense } from '../layers/dense.ts';
import { gru } from '../layers/gru.ts';
import { identity } from '../layers/identity.ts';
import { l2Normalization } from '../layers/l2-normalization.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import { createNetwork } from '../network/create-network.ts';
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
  it.each([...COMMON_CASES, ...COMMON_NETWORKS])('writes %s as it predicts', async (_name, layer, inputShape) => {
    await expectSameAnswers(randomNetwork(layer, inputShape));
  });

  it.each([...ONNX_CASES, ...ONNX_NETWORKS])('refuses %s', (_name, layer, inputShape) => {
    expect(() => exportLayersModel(randomNetwork(layer, inputShape))).toThrow(
      expect.objectContaining({ code: 'E_EXPORT' }),
    );
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
  return loadLayersModel(io.fromMemory({ modelTopology, weightSpecs: [...weightSpecs], weightData: weights.buffer }));
}
