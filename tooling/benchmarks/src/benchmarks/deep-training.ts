import { imageFiles } from '../data/image-files.ts';
import type { TrainingNetworkName } from '../deep/training-networks.ts';
import { nodePeer } from '../peers/node-peer.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Cleanup, Comparison, Target } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';

const BATCH = 128;
/** Steps that are timed together. */
const STEPS = 8;
/** tfjs' own cpu backend takes minutes for a batch. */
const SLOW_IMAGES = 4;
const PROGRAM = new URL('../deep/training-program.ts', import.meta.url);

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
  const ours = async (name: string, backend: string, threads: number, steps = STEPS, batch = BATCH) => {
    const args = [backend, String(threads), network, String(steps), String(batch), ...files];
    return perSecond(await nodePeer(name, PROGRAM, args, cleanup), steps * batch);
  };
  const pytorch = async (name: string, threads: number) => {
    const args = [...files, network, String(threads), String(STEPS)];
    return perSecond(await pythonPeer(name, 'torch_training.py', args, cleanup), STEPS * BATCH);
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
      await ours(OURS, 'simd', 2),
      await ours('simd, 1 thread', 'simd', 1),
      await pytorch(PYTORCH, 2),
      await pytorch('PyTorch, 1 thread', 1),
      await ours(WASM, 'wasm', 1, 2),
      await ours(CPU, 'cpu', 1, 1, SLOW_IMAGES),
    ],
    targets,
  };
}
