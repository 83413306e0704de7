import { createHash } from 'node:crypto';
import { loadDataset } from '@fashion-mnist/dataset-fetch';

const { train, test } = await loadDataset('fashion-mnist');
const seen = new Map<string, string>();
let duplicates = 0;
for (const { split, images } of [train, test])
  for (let index = 0; index < (images.shape[0] ?? 0); index++) {
    const pixels = images.data.subarray(784 * index, 784 * (index + 1));
    const digest = createHash('sha256').update(pixels).digest('hex');
    if (seen.has(digest)) duplicates++;
    else seen.set(digest, split);
  }
console.log(`${seen.size} different images, ${duplicates} duplicates`);
