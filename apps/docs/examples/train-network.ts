import { loadDataset, takeSamples } from '@fashion-mnist/dataset-fetch';
import {
  adam,
  createNetwork,
  crossEntropy,
  evaluateNetwork,
  networks,
  oneCycle,
  trainNetwork,
  useBackend,
} from '@fashion-mnist/models/deep';
import { createBatchSource } from '@fashion-mnist/transforms/batches';

const { train, validation } = await loadDataset('fashion-mnist', { validation: { size: 1000 } });
const some = takeSamples(
  train,
  Uint32Array.from({ length: 3000 }, (_, index) => index),
  'train',
);

console.log(`computed by ${(await useBackend('auto')).name}`);
const builder = networks['2-conv-pooling-elu-pytorch'];
if (builder === undefined) throw new Error('no such network');
const { name, inputShape, build } = builder;
const network = createNetwork(build(), { name, inputShape, seed: 1 });

const prepared = { classCount: 10, pipeline: { steps: [{ operation: 'normalize' as const }] } };
const batches = createBatchSource({
  images: some.images,
  labels: some.labels,
  ...prepared,
  batchSize: 64,
  seed: 1,
});
const held = createBatchSource({
  images: validation.images,
  labels: validation.labels,
  ...prepared,
  shuffle: false,
});

await trainNetwork(network, {
  batches,
  epochs: 2,
  loss: crossEntropy(),
  optimizer: adam(),
  schedule: oneCycle({ maxRate: 3e-3 }),
});
const { accuracy } = await evaluateNetwork(network, held);
console.log(
  `accuracy on images held out, after two epochs of 3,000: ${accuracy > 0.7 ? 'above' : 'below'} 0.7`,
);
await Promise.all([batches.dispose(), held.dispose()]);
