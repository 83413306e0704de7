import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import {
  adam,
  type BatchSource,
  constant,
  createNetwork,
  crossEntropy,
  trainNetwork,
} from '@fashion-mnist/models/deep';
import { openBackend } from './open-backend.ts';
import { TRAINING_NETWORKS, type TrainingNetworkName } from './training-networks.ts';

/** Trains a network for some steps whenever a line asks for it, and answers with the milliseconds that it took. */
const [
  ,
  ,
  backend = '',
  threads = '',
  network = '',
  steps = '',
  batchSize = '',
  imagesPath = '',
  labelsPath = '',
] = process.argv;

const versions = await openBackend(backend, Number(threads));
const batches = await fixedBatches(Number(steps), Number(batchSize));
const trained = createNetwork(TRAINING_NETWORKS[network as TrainingNetworkName], {
  name: network,
  inputShape: [28, 28, 1],
  seed: 42,
});
console.log(JSON.stringify({ versions, warmsUp: false }));
for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now();
  await trainNetwork(trained, {
    batches,
    epochs: 1,
    loss: crossEntropy(),
    optimizer: adam(),
    schedule: constant({ rate: 0.001 }),
  });
  console.log(performance.now() - start);
}
process.exit(0);

async function fixedBatches(batchCount: number, size: number): Promise<BatchSource> {
  const pixels = await readFile(imagesPath);
  const labels = await readFile(labelsPath);
  const made = Array.from({ length: batchCount }, (_, index) => {
    const inputs = Float32Array.from(
      pixels.subarray(index * size * 784, (index + 1) * size * 784),
      (byte) => byte / 255,
    );
    const targets = new Float32Array(size * 10);
    labels.subarray(index * size, (index + 1) * size).forEach((label, row) => {
      targets[row * 10 + label] = 1;
    });
    return {
      index,
      inputs: { data: inputs, shape: [size, 28, 28, 1] },
      targets: { data: targets, shape: [size, 10] },
    };
  });
  return {
    imageCount: batchCount * size,
    batchSize: size,
    batchCount,
    async *batches(_epoch, { firstBatch = 0 } = {}) {
      yield* made.slice(firstBatch);
    },
  };
}
