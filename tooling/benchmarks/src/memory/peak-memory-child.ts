import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { peakBytes } from './peak-bytes.ts';

const [, , cacheDir] = process.argv;
const data = cacheDir === undefined ? undefined : await loadDataset('fashion-mnist', { cacheDir });
console.log(JSON.stringify({ peakBytes: peakBytes(), sampleCount: data?.train.labels.length ?? 0 }));
