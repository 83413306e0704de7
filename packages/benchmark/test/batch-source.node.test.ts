import {
  type BatchSource,
  constant,
  convolution,
  createNetwork,
  crossEntropy,
  dense,
  evaluateNetwork,
  flatten,
  type Network,
  sequence,
  sgd,
  trainNetwork,
  useBackend,
} from '@fashion-mnist/models/deep';
import { createBatchSource, type BatchSource as PreparedSource } from '@fashion-mnist/transforms/batches';
import { afterEach, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';

const IMAGES = 22;
const CLASSES = 3;
const EPOCHS = 3;

beforeAll(async () => {
  await useBackend('cpu');
});

const open: { dispose(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (each) => each.dispose()));
});

/** Pictures of 6 x 6 pixels whose class says in which pair of rows they are bright. */
function stripes(workers: 0 | 1): PreparedSource {
  const source = createBatchSource({
    images: {
      data: Uint8Array.from({ length: IMAGES * 36 }, (_, pixel) => {
        const [image, row] = [Math.floor(pixel / 36), Math.floor(pixel / 6) % 6];
        return Math.floor(row / 2) === image % CLASSES ? 200 + (image % 20) : image % 30;
      }),
      shape: [IMAGES, 6, 6],
    },
    labels: Uint8Array.from({ length: IMAGES }, (_, image) => image % CLASSES),
    classCount: CLASSES,
    pipeline: { steps: [{ operation: 'random-flip' }, { operation: 'normalize' }] },
    batchSize: 4,
    seed: 2,
    workers,
  });
  open.push(source);
  return source;
}

function freshNetwork(): Network {
  const architecture = sequence(
    convolution({ filters: 3, size: 3, activation: 'relu' }),
    flatten(),
    dense({ units: CLASSES }),
  );
  const network = createNetwork(architecture, { name: 'stripes', inputShape: [6, 6, 1], seed: 1 });
  open.push(network);
  return network;
}

/** Trains a network, up to a checkpoint or from one on. */
function train(
  network: Network,
  batches: BatchSource,
  run: { stopAt?: number; resumeFrom?: Uint8Array | undefined } = {},
) {
  const controller = new AbortController();
  const saved: Uint8Array[] = [];
  const report = trainNetwork(network, {
    batches,
    epochs: EPOCHS,
    loss: crossEntropy(),
    optimizer: sgd({ momentum: 0.9 }),
    schedule: constant({ rate: 0.05 }),
    validation: batches,
    checkpoint: { save: (bytes) => void saved.push(bytes), resumeFrom: run.resumeFrom },
    signal: controller.signal,
    onProgress({ stage, completed }) {
      if (stage === 'train' && completed === run.stopAt) controller.abort(new Error('interrupted'));
    },
  });
  return { report, saved };
}

const valuesOf = ({ parameters }: Network) => parameters.map(({ variable }) => variable.dataSync().slice());

describe('a source of prepared batches', () => {
  it('is one that networks are trained from, by its type', () => {
    expectTypeOf<PreparedSource>().toExtend<BatchSource>();
  });

  it('trains and measures a network, with a worker as without', async () => {
    const [here, there] = [freshNetwork(), freshNetwork()];
    const { epochs } = await train(here, stripes(0)).report;
    expect(epochs.at(-1)?.loss).toBeLessThan((epochs[0]?.loss ?? 0) / 2);
    expect((await train(there, stripes(1)).report).epochs).toEqual(epochs);
    expect(valuesOf(there)).toEqual(valuesOf(here));
    const { accuracy, imageCount } = await evaluateNetwork(here, stripes(1));
    expect([accuracy, imageCount]).toEqual([epochs.at(-1)?.validation?.accuracy, IMAGES]);
  });

  it('goes on with a training that was interrupted, bit by bit', async () => {
    const [straight, resumed] = [freshNetwork(), freshNetwork()];
    const source = stripes(1);
    const { epochs } = await train(straight, source).report;
    const broken = train(freshNetwork(), source, { stopAt: IMAGES + 8 });
    await expect(broken.report).rejects.toThrow('interrupted');
    expect(broken.saved).toHaveLength(1);
    const rest = train(resumed, stripes(1), { resumeFrom: broken.saved[0] });
    expect((await rest.report).epochs).toEqual(epochs);
    expect(valuesOf(resumed)).toEqual(valuesOf(straight));
  });
});
