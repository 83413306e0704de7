import { writeFile } from 'node:fs/promises';
import { exactNeighbors } from '@fashion-mnist/kernels';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { judgedInPython } from '../embedding/judged-in-python.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';

const NEIGHBOR_COUNT = 15;
const SPEED = { floor: 2, aim: 4 };

/** What UMAP begins with: exact here, approximate there. */
export const neighbors: Benchmark = {
  name: 'neighbors',
  question: `How long for the graph of each image's ${NEIGHBOR_COUNT} nearest, itself included?`,
  rounds: 3,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const { samples, imagesPath, pathFor } = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    const [ourPath, peerPath] = [pathFor('our-graph'), pathFor('peer-graph')];
    const ours = warmed(
      'exactNeighbors',
      samples,
      (images) => exactNeighbors(images, { neighborCount: NEIGHBOR_COUNT, pool }),
      ({ indices }) => writeFile(ourPath, indices.data),
    );
    const peerArguments = [imagesPath, String(NEIGHBOR_COUNT), peerPath];
    const peer = await pythonPeer('pynndescent', 'pynndescent_graph.py', peerArguments, cleanup);
    const producers = [
      { contender: ours, path: ourPath },
      { contender: peer, path: peerPath },
    ];
    const judge = { script: 'graph_recall.py', args: [imagesPath, String(NEIGHBOR_COUNT)], module: 'numpy' };
    const judged = await judgedInPython<number>(judge, producers);
    const recall: Comparison = {
      title: 'recall, 500 images',
      unit: '',
      contenders: producers.map((producer) => judged(producer, (share) => share)),
      targets: [{ of: ours.name, bound: { atLeast: 1 } }],
    };
    return [timeComparison(`time, ${imageCountText(imageCount)}`, ours, peer, SPEED), recall];
  },
};
