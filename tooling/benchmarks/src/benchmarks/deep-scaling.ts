import { imageFiles } from '../data/image-files.ts';
import { type DeepEngine, type Peer, startInference, startTraining } from '../deep/start-peers.ts';
import { askedContender } from '../peers/asked-contender.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';

const BATCH_SIZES = [1, 8, 32, 128, 512];
/** Images of one measurement, and the most batches of it. */
const IMAGES = 1024;
const MOST_BATCHES = 64;

const ENGINES: readonly DeepEngine[] = [
  { name: 'simd', threads: 2 },
  { name: 'PyTorch', threads: 2 },
];

const NETWORKS = { tutorial: '3.27 M parameters', small: '93 K parameters' } as const;

/** Training and answers by the size of batches, each contender in a process of its own. */
export const deepScaling: Benchmark = {
  name: 'deep-scaling',
  question: 'How many images a second does a network learn from, or answer for, with batches of 1 to 512?',
  rounds: 5,
  async prepare(cleanup) {
    const { imagesPath, labelsPath } = await imageFiles(IMAGES, cleanup);
    const comparisons: Comparison[] = [];
    for (const [network, title] of Object.entries(NETWORKS)) {
      const training: [string, Peer][] = [];
      const inference: [string, Peer][] = [];
      for (const engine of ENGINES) {
        training.push([engine.name, await startTraining(engine, network, [imagesPath, labelsPath], cleanup)]);
        inference.push([engine.name, await startInference(engine, network, imagesPath, cleanup)]);
      }
      comparisons.push(...BATCH_SIZES.map((size) => trainingWith(size, title, training)));
      comparisons.push(...BATCH_SIZES.map((size) => inferenceWith(size, title, inference)));
    }
    return comparisons;
  },
};

function trainingWith(size: number, title: string, peers: readonly [string, Peer][]): Comparison {
  const steps = batchCount(size);
  return {
    title: `${title}, training, batches of ${size}`,
    unit: 'images/s',
    contenders: peers.map(([name, peer]) =>
      perSecond(askedContender(name, peer, `${steps} ${size}`), steps * size),
    ),
  };
}

function inferenceWith(size: number, title: string, peers: readonly [string, Peer][]): Comparison {
  return {
    title: `${title}, answers, batches of ${size}`,
    unit: 'images/s',
    contenders: peers.map(([name, peer]) =>
      perSecond(askedContender(name, peer, `${size} ${batchCount(size)}`), size),
    ),
  };
}

function batchCount(size: number): number {
  return Math.min(MOST_BATCHES, IMAGES / size);
}
