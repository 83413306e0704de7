import type { WorkerPool } from '@fashion-mnist/kernels';
import { pca as project } from '@fashion-mnist/visualize';
import { type ImageFiles, imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { judgedInPython } from '../embedding/judged-in-python.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { mapWriter } from '../embedding/producer.ts';
import { type SpeedTarget, timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Cleanup, Comparison } from '../runner/benchmark.ts';

/** Exact here; with as many images, scikit-learn chooses a randomized solver. */
export const pca: Benchmark = {
  name: 'pca',
  question: 'How long from images in memory to their scores on the principal axes?',
  rounds: 7,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const images = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    return [
      ...(await comparisonsOf(2, { floor: 1, aim: 2 }, images, pool, cleanup)),
      ...(await comparisonsOf(50, { floor: 1, aim: 2.5 }, images, pool, cleanup)),
    ];
  },
};

async function comparisonsOf(
  componentCount: number,
  speed: SpeedTarget,
  { samples, imagesPath, pathFor }: ImageFiles,
  pool: WorkerPool,
  cleanup: Cleanup,
): Promise<readonly Comparison[]> {
  const [ourPath, peerPath] = [pathFor(`our-${componentCount}`), pathFor(`peer-${componentCount}`)];
  const ours = warmed(
    'pca',
    samples,
    (images) => project(images, { componentCount, pool }),
    mapWriter(ourPath),
  );
  const peerArguments = [imagesPath, String(componentCount), peerPath];
  const peer = await pythonPeer('scikit-learn PCA', 'scikit_pca.py', peerArguments, cleanup);
  const producers = [
    { contender: ours, path: ourPath },
    { contender: peer, path: peerPath },
  ];
  const judge = { script: 'variance_share.py', args: [imagesPath, String(componentCount)], module: 'numpy' };
  const judged = await judgedInPython<number>(judge, producers);
  const axes = `${componentCount} axes`;
  return [
    timeComparison(`time, ${axes}, ${imageCountText(samples.shape[0] ?? 0)}`, ours, peer, speed),
    {
      title: `share of the variance, ${axes}`,
      unit: '',
      contenders: producers.map((producer) => judged(producer, (share) => share)),
      targets: [{ of: ours.name, minus: peer.name, bound: { atLeast: -1e-4 } }],
    },
  ];
}
