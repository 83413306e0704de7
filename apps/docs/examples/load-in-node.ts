import { batches, loadDataset } from '@fashion-mnist/dataset-fetch';

// The first time this downloads and verifies 30 MB; later it reads the cache, without a network.
const { train, validation, test } = await loadDataset('fashion-mnist', {
  validation: { size: 5000, seed: 42 },
});
console.log(
  `${train.labels.length} to learn from, ${validation.labels.length} to choose by, ${test.labels.length} to judge`,
);

const [first = 0] = test.labels;
console.log(
  `the first test image: ${first}, ${test.classNames[first]}, ${test.images.data.subarray(0, 784).length} bytes`,
);

let seen = 0;
for (const batch of batches(train, { batchSize: 128, seed: 1 })) seen += batch.labels.length;
console.log(`one epoch: ${seen} images`);
