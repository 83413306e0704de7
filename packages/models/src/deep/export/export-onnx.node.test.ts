import { type Tensor, transpose } from '@tensorflow/tfjs-core';
import { env, InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../layers/layer-kinds.ts';
import type { Network } from '../network/network.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { exportOnnx } from './export-onnx.ts';
import { ONNX_FORMAT } from './onnx/onnx-format.ts';
import { COMMON_CASES, ONNX_CASES } from './testing/layer-cases.ts';
import { COMMON_NETWORKS, ONNX_NETWORKS } from './testing/network-cases.ts';
import { randomNetwork } from './testing/random-network.ts';
import { relativeError, TOLERANCE } from './testing/relative-error.ts';

useCpu();

beforeAll(() => {
  env.wasm.numThreads = 1;
});

const BATCH_SIZE = 3;

describe('exportOnnx', () => {
  it.each([...COMMON_CASES, ...ONNX_CASES])('writes %s as it predicts', async (_name, layer, inputShape) => {
    await expectSameAnswers(randomNetwork(layer, inputShape));
  });

  it.each([...COMMON_NETWORKS, ...ONNX_NETWORKS])(
    'writes %s as it predicts',
    async (_name, layer, inputShape) => {
      await expectSameAnswers(randomNetwork(layer, inputShape));
    },
  );

  it('knows every kind of layer', () => {
    expect(Object.keys(ONNX_FORMAT.writers).toSorted()).toEqual(Object.keys(LAYER_KINDS).toSorted());
  });
});

async function expectSameAnswers(network: Network): Promise<void> {
  const x = randomTensor([BATCH_SIZE, ...network.inputShape], 5);
  const output = await runOnnx(exportOnnx(network), inOnnxOrder(x));
  const expected = inOnnxOrder(network.predict(x));
  expect(output.dims).toEqual(expected.shape);
  expect(relativeError(output.data as Float32Array, expected)).toBeLessThan(TOLERANCE);
}

async function runOnnx(file: Uint8Array, input: Tensor): Promise<OnnxTensor> {
  const session = await InferenceSession.create(file);
  const answers = await session.run({
    input: new OnnxTensor('float32', input.dataSync<'float32'>(), input.shape),
  });
  return answers['output']!;
}

function inOnnxOrder(x: Tensor): Tensor {
  return x.rank === 4 ? transpose(x, [0, 3, 1, 2]) : x;
}
