import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { scatterSvg, umap } from '@fashion-mnist/visualize';

const { images, labels, classNames } = await loadDataset('fashion-mnist', { split: 'test' });
const { coordinates } = await umap(images);
const svg = scatterSvg(coordinates, { labels, classNames, title: 'Fashion-MNIST' });
console.log(`${labels.length} garments, ${svg.length} characters of SVG`);
