import { imageFiles } from '../data/image-files.ts';
import { type DeepEngine, startTraining } from '../deep/start-peers.ts';
import type { TrainingNetworkName } from '../deep/training-networks.ts';
import { askedContender } from '../peers/asked-contender.ts';
import type { Benchmark, Cleanup, Comparison, Target } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';

const BATCH = 128;
/** Steps that are timed together. */
const STEPS = 8;
/** tfjs' own cpu backend takes minutes for a batch. */
const SLOW_IMAGES = 4;

const OURS = 'simd, 2 threads';
const PYTORCH = 'PyTorch, 2 threads';
const WASM = 'tfjs wasm with composed gradients, 1 thread';
const CPU = 'tfjs cpu';

const NETWORKS: Readonly<Record<TrainingNetworkName, { readonly title: string; readonly toPytorch: Bound }>> =
  {
    tutorial: {
      title: 'two 5 x 5 convolutions and two dense layers, 3.27 M parameters',
      toPytorch: { floor: 1, aim: 2.5 },
    },
    small: {
      title: 'five 3 x 3 convolutions with batch normalisation, 93 K parameters',
      toPytorch: { floor: 0.8, aim: 2 },
    },
  };

interface Bound {
  readonly floor: number;
  readonly aim: number;
}

/** Forward, backward and Adam on batches of 128 images of 28 x 28 pixels, each contender in a process of its own. */
export const deepTraining: Benchmark = {
  name: 'deep-training',
  question: 'How many images a second does a convolutional network learn from?',
  rounds: 5,
  async prepare(cleanup) {
    const { imagesPath, labelsPath } = await imageFiles(STEPS * BATCH, cleanup);
    const comparisons: Comparison[] = [];
    for (const network of Object.keys(NETWORKS) as TrainingNetworkName[])
      comparisons.push(await compare(network, [imagesPath, labelsPath], cleanup));
    return comparisons;
  },
};

async function compare(
  network: TrainingNetworkName,
  files: readonly string[],
  cleanup: Cleanup,
): Promise<Comparison> {
  const { title, toPytorch } = NETWORKS[network];
  const contender = async (name: string, engine: DeepEngine, steps = STEPS, batch = BATCH) => {
    const peer = await startTraining(engine, network, files, cleanup);
    return perSecond(askedContender(name, peer, `${steps} ${batch}`), steps * batch);
  };
  const targets: readonly Target[] = [
    { of: OURS, to: PYTORCH, bound: { atLeast: toPytorch.floor }, aim: toPytorch.aim },
    { of: OURS, to: WASM, bound: { atLeast: 5 } },
    { of: OURS, to: CPU, bound: { atLeast: 100 } },
  ];
  return {
    title,
    unit: 'images/s',
    contenders: [
      await contender(OURS, { name: 'simd', threads: 2 }),
      await contender('simd, 1 thread', { name: 'simd', threads: 1 }),
      await contender(PYTORCH, { name: 'PyTorch', threads: 2 }),
      await contender('PyTorch, 1 thread', { name: 'PyTorch', threads: 1 }),
      await contender(WASM, { name: 'wasm', threads: 1 }, 2),
      await contender(CPU, { name: 'cpu', threads: 1 }, 1, SLOW_IMAGES),
    ],
    targets,
  };
}
