import { loadDataset } from '@fashion-mnist/dataset-fetch';

const { images, labels, classNames } = await loadDataset('fashion-mnist', { split: 'test' });
const names = Array.from(labels.subarray(0, 4), (label) => classNames[label]);

console.log(`images: [${images.shape.join(', ')}], ${images.data.length} bytes`);
console.log(`the first four: ${names.join(', ')}`);
