import { readFile } from 'node:fs/promises';
import { umap } from '@fashion-mnist/visualize';
import { mapWriter } from '../embedding/producer.ts';
import { peakBytes } from '../memory/peak-bytes.ts';
import { THREADS } from '../threads.ts';

const PIXEL_COUNT = 28 * 28;

/** The same as `umap_learn_cold.py`. */
const [, , imagesPath = '', epochs = '', mapPath = ''] = process.argv;
const data = new Uint8Array(await readFile(imagesPath));
const samples = { data, shape: [data.length / PIXEL_COUNT, PIXEL_COUNT] };
await mapWriter(mapPath)(await umap(samples, { nEpochs: Number(epochs), threads: THREADS }));
console.log(peakBytes());
