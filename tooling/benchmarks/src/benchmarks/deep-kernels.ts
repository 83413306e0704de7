import type { SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import {
  CONVOLUTIONS,
  convolutionQuestion,
  convolutionWork,
  directionsOf,
  operationsOf,
} from '../deep/convolution-cases.ts';
import { type KernelWork, openBackends, prepareWork } from '../deep/kernel-work.ts';
import type { PeerProcess } from '../peers/peer-process.ts';
import { startPython } from '../peers/python-peer.ts';
import type { AbsentContender, Benchmark, Comparison, Contender } from '../runner/benchmark.ts';
import { throughput } from '../runner/throughput.ts';
import { timed } from '../runner/timed.ts';

/** Rows, inner size and columns of products. */
const PRODUCTS = [
  [1024, 1024, 1024],
  [128, 3136, 1024],
] as const;
/** Of OpenBLAS, on one thread. */
const PRODUCT_SHARE = { floor: 0.5, aim: 1 };
/** Work of one measurement: some hundred milliseconds. */
const OPERATIONS = 4e9;

type Python = PeerProcess | { readonly reason: string };

/** What is measured, ours and theirs. */
interface Case {
  readonly title: string;
  readonly work: KernelWork;
  readonly question: string;
  readonly operations: number;
  readonly peerName: string;
}

/** Products and convolutions of the networks that are trained, on one thread and on two. */
export const deepKernels: Benchmark = {
  name: 'deep-kernels',
  question: 'How fast are products of matrices, convolutions and their gradients, on one and on two threads?',
  async prepare(cleanup) {
    const backends = await openBackends(cleanup);
    const comparisons: Comparison[] = [];
    for (const [threads, backend] of backends) {
      const python = await startPython('torch_kernels.py', [String(threads)], cleanup);
      for (const given of casesOf()) comparisons.push(comparisonOf(given, threads, backend, python));
    }
    return comparisons;
  },
};

function casesOf(): Case[] {
  const products = PRODUCTS.map(([rows, inner, columns]) => ({
    title: `product ${rows} x ${inner} x ${columns}`,
    work: { kernelName: 'BatchMatMul', inputs: { a: [rows, inner], b: [inner, columns] }, attrs: {} },
    question: ['product', rows, inner, columns].join(' '),
    operations: 2 * rows * inner * columns,
    peerName: 'OpenBLAS',
  }));
  const convolutions = CONVOLUTIONS.flatMap((given) =>
    directionsOf(given).map((direction) => ({
      title: `${given.name} convolution, ${direction}`,
      work: convolutionWork(given, direction),
      question: convolutionQuestion(given, direction),
      operations: operationsOf(given),
      peerName: 'PyTorch',
    })),
  );
  return [...products, ...convolutions];
}

function comparisonOf(given: Case, threads: number, backend: SimdBackend, python: Python): Comparison {
  const { title, work, question, operations, peerName } = given;
  const times = Math.max(1, Math.round(OPERATIONS / operations));
  const ours = timed('simd', prepareWork(backend, work, times));
  const isProduct = peerName === 'OpenBLAS';
  const { floor, aim } = PRODUCT_SHARE;
  const target = isProduct ? { bound: { atLeast: floor }, aim } : { bound: { atLeast: 1 } };
  return {
    title: `${title}, ${threads === 1 ? 'one thread' : 'two threads'}`,
    unit: 'GFLOP/s',
    contenders: [ours, peerOf(peerName, python, `${times} ${question}`)].map((contender) =>
      throughput(contender, operations * times),
    ),
    targets: [{ of: 'simd', to: peerName, ...target }],
  };
}

function peerOf(name: string, python: Python, question: string): Contender | AbsentContender {
  if ('reason' in python) return { name, reason: python.reason };
  return { name, versions: python.versions, measure: () => python.ask(question) };
}
