import { tsne } from '@fashion-mnist/visualize';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { mapWriter } from '../embedding/producer.ts';
import { qualityComparisons } from '../embedding/quality-comparisons.ts';
import { type SpeedTarget, timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark } from '../runner/benchmark.ts';
import { THREADS } from '../threads.ts';

const PERPLEXITY = 30;
const ITERATIONS = 1000;

/** As many images as scikit-learn maps in a minute. */
export const tsneSmall: Benchmark = {
  name: 'tsne',
  question: 'How long from images in memory to their t-SNE map?',
  rounds: 3,
  prepare: prepareWith(10_000, { floor: 4, aim: 8 }),
};

/** The whole dataset, for which scikit-learn takes a quarter of an hour. */
export const tsneWhole: Benchmark = {
  name: 'tsne-70k',
  question: 'How long from all images in memory to their t-SNE map?',
  rounds: 1,
  isSlow: true,
  prepare: prepareWith(70_000, { floor: 10, aim: 25 }),
};

function prepareWith(ownImageCount: number, speed: SpeedTarget): Benchmark['prepare'] {
  return async (cleanup, { imageCount = ownImageCount }) => {
    const { samples, ...files } = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    const [ourPath, peerPath] = [files.pathFor('our-map'), files.pathFor('peer-map')];
    const project = (images: typeof samples) =>
      tsne(images, { perplexity: PERPLEXITY, nIter: ITERATIONS, pool });
    const ours = warmed('tsne', samples, project, mapWriter(ourPath));
    const peerArguments = [files.imagesPath, ...[PERPLEXITY, ITERATIONS, THREADS].map(String), peerPath];
    const peer = await pythonPeer('scikit-learn TSNE', 'scikit_tsne.py', peerArguments, cleanup);
    return [
      timeComparison(`time, ${imageCountText(imageCount)}`, ours, peer, speed),
      ...(await qualityComparisons(
        files,
        { contender: ours, path: ourPath },
        { contender: peer, path: peerPath },
      )),
    ];
  };
}
