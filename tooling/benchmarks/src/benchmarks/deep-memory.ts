import { imageFiles } from '../data/image-files.ts';
import { startTraining } from '../deep/start-peers.ts';
import { askedContender } from '../peers/asked-contender.ts';
import type { AbsentContender, Benchmark, Cleanup, Comparison, Contender } from '../runner/benchmark.ts';

const BATCH = 128;
const STEPS = 8;

const ENGINES = ['simd', 'PyTorch'] as const;

const NETWORKS = {
  tutorial: 'two 5 x 5 convolutions and two dense layers, 3.27 M parameters',
  small: 'five 3 x 3 convolutions with batch normalisation, 93 K parameters',
} as const;

/** The most memory that a process holds that trains on batches of 128 images, with the images and all libraries. */
export const deepMemory: Benchmark = {
  name: 'deep-memory',
  question: 'How much memory does training take?',
  rounds: 1,
  async prepare(cleanup) {
    const { imagesPath, labelsPath } = await imageFiles(STEPS * BATCH, cleanup);
    const comparisons: Comparison[] = [];
    for (const [network, title] of Object.entries(NETWORKS))
      comparisons.push({
        title: `${title}, peak memory of the process`,
        unit: 'MB',
        contenders: await trained(network, [imagesPath, labelsPath], cleanup),
      });
    return comparisons;
  },
};

async function trained(
  network: string,
  files: readonly string[],
  cleanup: Cleanup,
): Promise<readonly (Contender | AbsentContender)[]> {
  const contenders: (Contender | AbsentContender)[] = [];
  for (const name of ENGINES) {
    const peer = await startTraining({ name, threads: 2 }, network, files, cleanup);
    const contender = askedContender(`${name}, 2 threads`, peer, 'peak memory');
    if ('reason' in peer || 'reason' in contender) contenders.push(contender);
    else contenders.push({ ...contender, warmUp: async () => void (await peer.ask(`${STEPS} ${BATCH}`)) });
  }
  return contenders;
}
