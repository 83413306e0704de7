import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDataset, takeSamples } from '@fashion-mnist/dataset-fetch';
import { neighborhoodQuality, scatterSvg, umap } from '@fashion-mnist/visualize';

const test = await loadDataset('fashion-mnist', { split: 'test' });
const { images, labels, classNames } = takeSamples(
  test,
  Uint32Array.from({ length: 1000 }, (_, index) => index),
  'test',
);

const { coordinates } = await umap(images, { nNeighbors: 15, seed: 42 });
const file = join(tmpdir(), 'map.svg');
await writeFile(file, scatterSvg(coordinates, { labels, classNames, title: '1,000 garments by UMAP' }));

const { trustworthiness, neighborRecall } = await neighborhoodQuality(images, coordinates);
console.log(`[${coordinates.shape.join(', ')}], trustworthiness ${trustworthiness.toFixed(2)}`);
console.log(
  `of an image's true neighbours ${Math.round(100 * neighborRecall)} % are its neighbours on the map`,
);
