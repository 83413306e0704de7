import { compose, oneHot } from '@fashion-mnist/transforms';

const images = { data: Uint8Array.from({ length: 784 }, (_, pixel) => 9 * (pixel % 28)), shape: [1, 28, 28] };
const labels = oneHot(Uint8Array.of(7), 10);

const augment = compose([
  { operation: 'random-crop', padding: 4 },
  { operation: 'random-flip' },
  { operation: 'normalize' },
  { operation: 'random-erasing' },
]);
const batch = await augment.apply({ images, labels }, { seed: 42, epoch: 1 });

const pixels = Array.from(batch.images.data.subarray(400, 408), (value) => value.toFixed(2));
console.log(batch.images.shape, pixels.join(' '));
console.log(JSON.stringify(augment).slice(0, 60));
