import { createRng, ndArray, sampleShape } from '@fashion-mnist/core';

const images = ndArray(new Uint8Array(10 * 28 * 28), [10, 28, 28]);
const { sampleCount, featureCount } = sampleShape(images);
console.log(`${sampleCount} samples of ${featureCount} features`);

const order = createRng(42).permutation(sampleCount);
console.log(`shuffled: ${order.join(' ')}`);
