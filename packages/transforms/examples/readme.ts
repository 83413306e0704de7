import { flatten, normalize, pixelMoments } from '@fashion-mnist/transforms';

const images = { data: Uint8Array.of(0, 0, 255, 255, 0, 255, 0, 255), shape: [2, 2, 2] };
const moments = pixelMoments(images);
const { data, shape } = normalize(flatten(images), moments);

console.log(`mean ${moments.mean}, standard deviation ${moments.std}`);
console.log(`[${shape.join(', ')}]: ${data.join(' ')}`);
