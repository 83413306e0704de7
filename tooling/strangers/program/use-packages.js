// Runs as it is in Node, Deno and Bun, and bundled in browsers: what it gives is the same everywhere.
import { createClassifier, expandGrid, parseGrid } from '@fashion-mnist/benchmark';
import { createRng } from '@fashion-mnist/core';
import { listDatasets } from '@fashion-mnist/dataset-fetch';
import { parseIdxGz, writeIdx } from '@fashion-mnist/idx-format';
import { createWorkerPool, exactNeighbors } from '@fashion-mnist/kernels';
import { loadModel, RandomForestClassifier, saveModel } from '@fashion-mnist/models';
import { registerSimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import { hog } from '@fashion-mnist/transforms';
import { createBatchSource } from '@fashion-mnist/transforms/batches';
import { scatterPng, tsne, umap } from '@fashion-mnist/visualize';
import * as tf from '@tensorflow/tfjs-core';

const [IMAGE_COUNT, SIDE] = [60, 8];
const rng = createRng(1);
const labels = Uint8Array.from({ length: IMAGE_COUNT }, (_, image) => image % 2);
const data = Uint8Array.from(
  { length: IMAGE_COUNT * SIDE * SIDE },
  (_, pixel) => 100 * (labels[Math.floor(pixel / (SIDE * SIDE))] ?? 0) + rng.nextInt(100),
);
const images = { data, shape: [IMAGE_COUNT, SIDE, SIDE] };

/** What each package makes of the same few images, as text. */
export async function usePackages() {
  return {
    'idx-format': await throughFile(),
    'dataset-fetch': listDatasets().length,
    transforms: await digest((await hog(images)).data),
    'transforms/batches': await preparedInWorker(),
    kernels: await onThreads(),
    models: await savedAndLoaded(),
    visualize: await mapped(),
    'visualize, its reference': (
      await tsne(images, { engine: 'reference', nIter: 100, perplexity: 5 })
    ).coordinates.shape.join(),
    'tfjs-backend-simd': await trained(),
    benchmark: await configured(),
  };
}

async function throughFile() {
  const chunks = [];
  const header = { type: 'uint8', shape: images.shape };
  for await (const chunk of writeIdx(header, [data], { compression: 'gzip' })) chunks.push(chunk);
  const file = new Uint8Array(await new Blob(chunks).arrayBuffer());
  return digest((await parseIdxGz(file)).data);
}

async function preparedInWorker() {
  const source = createBatchSource({
    images,
    labels,
    classCount: 2,
    batchSize: IMAGE_COUNT,
    pipeline: { steps: [{ operation: 'random-flip' }, { operation: 'scale-to-unit' }] },
  });
  const digests = [];
  for await (const { inputs } of source.batches(0)) digests.push(await digest(inputs.data));
  await source.dispose();
  return digests.join();
}

async function onThreads() {
  const pool = await createWorkerPool({ threads: 2 });
  const { indices } = await exactNeighbors(images, { neighborCount: 5, pool });
  await pool.dispose();
  return `${pool.sharesMemory ? 'threads' : 'one thread'} ${await digest(indices.data)}`;
}

async function savedAndLoaded() {
  const model = await new RandomForestClassifier({ nEstimators: 5 }).fit(images, labels, { seed: 7 });
  const restored = await loadModel(await saveModel(model));
  return restored.score(images, labels);
}

async function mapped() {
  const { coordinates } = await umap(images, { nNeighbors: 5, nEpochs: 50 });
  const picture = scatterPng(coordinates, { labels, classNames: ['dark', 'bright'] });
  return `${await digest(coordinates.data)}, ${picture.length > 1000 ? 'a picture' : 'no picture'}`;
}

async function trained() {
  registerSimdBackend({ threads: 2, wideVectors: false });
  await tf.setBackend('simd');
  const [x, y] = [tf.ones([4, 6, 6, 1]), tf.zeros([4, 4, 4, 2])];
  const filter = tf.variable(tf.ones([3, 3, 1, 2]));
  const loss = () => tf.losses.meanSquaredError(y, tf.relu(tf.conv2d(x, filter, 1, 'valid')));
  for (let step = 0; step < 50; step++) tf.train.sgd(0.01).minimize(loss);
  return `${tf.getBackend()} ${await digest(await filter.data())}`;
}

async function configured() {
  const grid = parseGrid('{ "common": {}, "classifiers": { "GaussianNB": [{ "priors": [null] }] } }');
  const [configuration] = expandGrid(grid).configurations;
  return typeof createClassifier(configuration).fit;
}

async function digest(values) {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
