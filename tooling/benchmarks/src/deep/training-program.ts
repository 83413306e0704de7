import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { adam, constant, createNetwork, crossEntropy, trainNetwork } from '@fashion-mnist/models/deep';
import { peakBytes } from '../memory/peak-bytes.ts';
import { fixedBatches } from './fixed-batches.ts';
import { openBackend } from './open-backend.ts';
import { TRAINING_NETWORKS, type TrainingNetworkName } from './training-networks.ts';

/** The same as `torch_training.py`, on a backend of tfjs. */
const [, , imagesPath = '', labelsPath = '', network = '', threads = '', backend = ''] = process.argv;

const BYTES_PER_MB = 1e6;

const versions = await openBackend(backend, Number(threads));
const images = { pixels: await readFile(imagesPath), labels: await readFile(labelsPath) };
const trained = createNetwork(TRAINING_NETWORKS[network as TrainingNetworkName], {
  name: network,
  inputShape: [28, 28, 1],
  seed: 42,
});
console.log(JSON.stringify({ versions, warmsUp: false }));
for await (const line of createInterface({ input: process.stdin }))
  console.log(line === 'peak memory' ? peakBytes() / BYTES_PER_MB : await train(line));
process.exit(0);

/** @returns milliseconds of so many steps on batches of so many images. */
async function train(question: string): Promise<number> {
  const [steps = 0, batchSize = 0] = question.split(' ').map(Number);
  const batches = fixedBatches(images, steps, batchSize);
  const start = performance.now();
  await trainNetwork(trained, {
    batches,
    epochs: 1,
    loss: crossEntropy(),
    optimizer: adam(),
    schedule: constant({ rate: 0.001 }),
  });
  return performance.now() - start;
}
