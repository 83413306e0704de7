import { imageFiles } from '../data/image-files.ts';
import { type DeepEngine, type Peer, startInference } from '../deep/start-peers.ts';
import { askedContender } from '../peers/asked-contender.ts';
import type { AbsentContender, Benchmark, Cleanup, Comparison, Contender } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';

const MANY = 256;
/** How often one image is asked for in one measurement. */
const TIMES = 50;

const OURS = 'simd, 2 threads';
const PYTORCH = 'PyTorch, 2 threads';

const ENGINES: Readonly<Record<string, DeepEngine>> = {
  [OURS]: { name: 'simd', threads: 2 },
  'simd, 1 thread': { name: 'simd', threads: 1 },
  [PYTORCH]: { name: 'PyTorch', threads: 2 },
  'PyTorch, 1 thread': { name: 'PyTorch', threads: 1 },
  'onnxruntime-web, 1 thread': { name: 'onnx', threads: 1 },
  'tfjs wasm, 1 thread': { name: 'wasm', threads: 1 },
};

const NETWORKS = {
  tutorial: 'two 5 x 5 convolutions and two dense layers, 3.27 M parameters',
  small: 'five 3 x 3 convolutions with batch normalisation, 93 K parameters',
  resnet18: 'ResNet-18, 11.2 M parameters',
} as const;

/** Answers of networks for one image and for many, each contender in a process of its own. */
export const deepInference: Benchmark = {
  name: 'deep-inference',
  question:
    'How long does a network take to answer for one image, and for how many does it answer in a second?',
  rounds: 5,
  async prepare(cleanup) {
    const { imagesPath } = await imageFiles(MANY, cleanup);
    const comparisons: Comparison[] = [];
    for (const [network, title] of Object.entries(NETWORKS))
      comparisons.push(...compare(title, await startAll(network, imagesPath, cleanup)));
    return comparisons;
  },
};

async function startAll(
  network: string,
  imagesPath: string,
  cleanup: Cleanup,
): Promise<ReadonlyMap<string, Peer>> {
  const peers = new Map<string, Peer>();
  for (const [name, engine] of Object.entries(ENGINES))
    peers.set(name, await startInference(engine, network, imagesPath, cleanup));
  return peers;
}

function compare(title: string, peers: ReadonlyMap<string, Peer>): readonly Comparison[] {
  const contenders = (question: string): (Contender | AbsentContender)[] =>
    [...peers].map(([name, peer]) => askedContender(name, peer, question));
  return [
    {
      title: `${title}, one image`,
      unit: 'ms',
      contenders: contenders(`1 ${TIMES}`),
      targets: [{ of: PYTORCH, to: OURS, bound: { atLeast: 1 } }],
    },
    {
      title: `${title}, batches of ${MANY}`,
      unit: 'images/s',
      contenders: contenders(`${MANY} 1`).map((contender) => perSecond(contender, MANY)),
      targets: [{ of: OURS, to: PYTORCH, bound: { atLeast: 1 } }],
    },
  ];
}
