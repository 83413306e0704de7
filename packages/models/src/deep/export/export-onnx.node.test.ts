import { memory, type Tensor, transpose } from '@tensorflow/tfjs-core';
import { env, InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { convolution } from '../layers/convolution.ts';
import { createLayer } from '../layers/create-layer.ts';
import { dense } from '../layers/dense.ts';
import { gru } from '../layers/gru.ts';
import { identity } from '../layers/identity.ts';
import { LAYER_KINDS } from '../layers/layer-kinds.ts';
import { sequence } from '../layers/sequence.ts';
import { sum } from '../layers/sum.ts';
import type { Network } from '../network/network.ts';
import { randomTensor } from '../testing/random-tensor.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { exportOnnx } from './export-onnx.ts';
import { ONNX_FORMAT } from './onnx/onnx-format.ts';
import { COMMON_CASES, ONNX_CASES } from './testing/layer-cases.ts';
import { COMMON_NETWORKS, ONNX_NETWORKS } from './testing/network-cases.ts';
import { randomNetwork } from './testing/random-network.ts';
import { readFields } from './testing/read-fields.ts';
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

  it('takes batches of any size, channels first', async () => {
    const network = randomNetwork(sequence(convolution({ filters: 2, size: 3 })), [4, 5, 3]);
    const session = await InferenceSession.create(exportOnnx(network));
    const float32 = { isTensor: true, type: 'float32' };
    expect(session.inputMetadata).toEqual([{ name: 'input', ...float32, shape: ['batch', 3, 4, 5] }]);
    expect(session.outputMetadata).toEqual([{ name: 'output', ...float32, shape: ['batch', 2, 4, 5] }]);
    for (const batchSize of [1, 7]) {
      const { output } = await session.run({
        input: new OnnxTensor('float32', new Float32Array(batchSize * 60), [batchSize, 3, 4, 5]),
      });
      expect(output?.dims).toEqual([batchSize, 2, 4, 5]);
    }
  });

  it('says who wrote it, what for, and the names of classes', () => {
    const network = randomNetwork(dense({ units: 2 }), [3]);
    const file = exportOnnx(network, {
      classNames: ['Shirt', 'Übermantel'],
      notes: { learnedFrom: 'coats' },
    });
    const fields = readFields(file);
    const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
    expect(textOf(fields.get(2)?.[0])).toBe('@fashion-mnist/models');
    expect(textOf(fields.get(3)?.[0])).toBe(manifest.version);
    const metadata = fields.get(14)!.map((entry) => {
      const [key, value] = readFields(entry).values();
      return [textOf(key?.[0]), textOf(value?.[0])];
    });
    expect(metadata).toEqual([
      ['learnedFrom', 'coats'],
      ['classNames', '["Shirt","Übermantel"]'],
    ]);
  });

  it('names the place of a layer that is not one of ours', () => {
    const foreign = createLayer({ kind: 'magic', outputShape: (input) => input, apply: (x) => x });
    const network = randomNetwork(sequence(identity(), sum(identity(), foreign)), [3]);
    expect(() => exportOnnx(network)).toThrow(
      expect.objectContaining({
        code: 'E_EXPORT',
        message: 'architecture.layers[1].layers[1]: magic cannot be written as ONNX: it has no such layer',
      }),
    );
  });

  it('refuses names of other classes than there are', () => {
    const network = randomNetwork(dense({ units: 3 }), [3]);
    expect(() => exportOnnx(network, { classNames: ['Shirt'] })).toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringContaining('expected 3 names') as string,
      }),
    );
  });

  it('leaves no tensor behind', () => {
    const network = randomNetwork(gru({ units: 3 }), [4, 2]);
    const before = memory().numTensors;
    exportOnnx(network);
    expect(memory().numTensors).toBe(before);
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
