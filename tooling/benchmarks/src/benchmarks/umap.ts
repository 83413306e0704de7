import { umap } from '@fashion-mnist/visualize';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { mapWriter } from '../embedding/producer.ts';
import { qualityComparisons } from '../embedding/quality-comparisons.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark } from '../runner/benchmark.ts';

const EPOCHS = 200;
const SPEED = { floor: 3, aim: 6 };

/** The map of the whole dataset, without what is paid once: threads, compiling. */
export const umapWarm: Benchmark = {
  name: 'umap',
  question: 'How long from images in memory to their UMAP map, when everything is warm?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const { samples, ...files } = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    const [ourPath, peerPath] = [files.pathFor('our-map'), files.pathFor('peer-map')];
    const project = (images: typeof samples) => umap(images, { nEpochs: EPOCHS, pool });
    const ours = warmed('umap', samples, project, mapWriter(ourPath));
    const peerArguments = [files.imagesPath, String(EPOCHS), peerPath];
    const peer = await pythonPeer('umap-learn', 'umap_learn.py', peerArguments, cleanup);
    return [
      timeComparison(`time, ${imageCountText(imageCount)}`, ours, peer, SPEED),
      ...(await qualityComparisons(
        files,
        { contender: ours, path: ourPath },
        { contender: peer, path: peerPath },
      )),
    ];
  },
};
