import { createRng } from '@fashion-mnist/core';
import { umap } from '@fashion-mnist/visualize';
import { UMAP } from 'umap-js';
import { firstImages } from '../data/first-images.ts';
import { imageFiles } from '../data/image-files.ts';
import type { LabelledImages } from '../data/shuffled-images.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { numberRows } from '../embedding/number-rows.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { mapWriter } from '../embedding/producer.ts';
import { qualityComparisons } from '../embedding/quality-comparisons.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import type { Benchmark, Contender } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';

const EPOCHS = 200;
const SEED = 42;
const SPEED = { floor: 10, aim: 25 };
const PEER_WARM_UP_COUNT = 500;

/** Against the library that pages use today, with its own search for neighbours. */
export const umapJs: Benchmark = {
  name: 'umap-js',
  question: 'How long from images in memory to their UMAP map, in JavaScript?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 10_000 }) {
    const { samples, ...files } = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    const [ourPath, peerPath] = [files.pathFor('our-map'), files.pathFor('peer-map')];
    const project = (images: typeof samples) => umap(images, { nEpochs: EPOCHS, pool });
    const ours = warmed('umap', samples, project, mapWriter(ourPath));
    const peer = umapJsOn(samples, peerPath);
    return [
      timeComparison(`time, ${imageCountText(imageCount)}, ${EPOCHS} epochs`, ours, peer, SPEED),
      ...(await qualityComparisons(
        files,
        { contender: ours, path: ourPath },
        { contender: peer, path: peerPath },
      )),
    ];
  },
};

function umapJsOn(samples: LabelledImages['samples'], path: string): Contender {
  const rows = numberRows(samples);
  const write = mapWriter(path);
  const fit = (vectors: number[][]) => {
    const rng = createRng(SEED);
    return new UMAP({ nEpochs: EPOCHS, random: () => rng.nextFloat() }).fit(vectors);
  };
  return {
    ...timed(
      'umap-js 1.4.0',
      () => fit(rows),
      (points) =>
        write({ coordinates: { data: Float32Array.from(points.flat()), shape: [points.length, 2] } }),
    ),
    warmUp: () => void fit(numberRows(firstImages(samples, PEER_WARM_UP_COUNT))),
  };
}
