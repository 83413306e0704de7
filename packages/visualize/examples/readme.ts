import { createRng } from '@fashion-mnist/core';
import { scatterSvg, trustworthiness, umap } from '@fashion-mnist/visualize';

const rng = createRng(1);
const labels = Uint8Array.from({ length: 60 }, (_, sample) => sample % 2);
const pixels = Uint8Array.from({ length: 60 * 16 }, (_, i) => 100 * (labels[i >> 4] ?? 0) + rng.nextInt(100));
const images = { data: pixels, shape: [60, 4, 4] };

const { coordinates } = await umap(images);
const { value } = await trustworthiness(images, coordinates);
const svg = scatterSvg(coordinates, { labels, classNames: ['dark', 'light'], title: 'Two classes' });
console.log(`map: [${coordinates.shape.join(', ')}], trustworthiness ${value.toFixed(1)}`);
console.log(`picture: ${svg.match(/<path /g)?.length} classes, ${svg.match(/<text /g)?.length} texts`);
