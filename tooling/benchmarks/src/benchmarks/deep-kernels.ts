import type { SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import {
  CONVOLUTIONS,
  convolutionQuestion,
  convolutionWork,
  directionsOf,
  operationsOf,
} from '../deep/convolution-cases.ts';
import { ELEMENTWISE_CASES } from '../deep/elementwise-cases.ts';
import { type KernelWork, openBackends, prepareWork } from '../deep/kernel-work.ts';
import { askedContender } from '../peers/asked-contender.ts';
import type { PeerProcess } from '../peers/peer-process.ts';
import { startPython } from '../peers/python-peer.ts';
import type { Benchmark, Comparison, Target, Unit } from '../runner/benchmark.ts';
import { once } from '../runner/once.ts';
import { throughput } from '../runner/throughput.ts';
import { timed } from '../runner/timed.ts';

/** Rows, inner size and columns of products. */
const PRODUCTS = [
  [1024, 1024, 1024],
  [128, 3136, 1024],
] as const;
/** Of OpenBLAS, on one thread. */
const PRODUCT_TARGET = { bound: { atLeast: 0.5 }, aim: 1 };
const TARGET = { bound: { atLeast: 1 } };
/** Work of one measurement, some hundred milliseconds: multiplications and additions, or bytes. */
const OPERATIONS = 4e9;
const BYTES = 4e8;

type Python = PeerProcess | { readonly reason: string };

/** What is measured, ours and theirs. */
interface Case {
  readonly title: string;
  readonly work: KernelWork;
  readonly question: string;
  readonly unit: Unit;
  /** Operations or bytes of the work, and of one measurement of it. */
  readonly size: number;
  readonly measuredSize: number;
  readonly peerName: string;
  readonly target: Pick<Target, 'bound' | 'aim'>;
}

/** What networks that are trained compute, on one thread and on two. */
export const deepKernels: Benchmark = {
  name: 'deep-kernels',
  question:
    'How fast are products, convolutions and their gradients, and passes over memory, on one and on two threads?',
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
  const computing = { unit: 'GFLOP/s', measuredSize: OPERATIONS } as const;
  const products = PRODUCTS.map(([rows, inner, columns]) => ({
    ...computing,
    title: `product ${rows} x ${inner} x ${columns}`,
    work: { kernelName: 'BatchMatMul', inputs: { a: [rows, inner], b: [inner, columns] }, attrs: {} },
    question: ['product', rows, inner, columns].join(' '),
    size: 2 * rows * inner * columns,
    peerName: 'OpenBLAS',
    target: PRODUCT_TARGET,
  }));
  const convolutions = CONVOLUTIONS.flatMap((given) =>
    directionsOf(given).map((direction) => ({
      ...computing,
      title: `${given.name} convolution, ${direction}`,
      work: convolutionWork(given, direction),
      question: convolutionQuestion(given, direction),
      size: operationsOf(given),
      peerName: 'PyTorch',
      target: TARGET,
    })),
  );
  const passes = ELEMENTWISE_CASES.map((given) => ({
    title: given.name,
    work: given,
    question: `statements ${JSON.stringify(given.peer)}`,
    unit: 'GB/s' as const,
    size: given.elements * Float32Array.BYTES_PER_ELEMENT,
    measuredSize: BYTES,
    peerName: 'PyTorch',
    target: TARGET,
  }));
  return [...products, ...convolutions, ...passes];
}

function comparisonOf(given: Case, threads: number, backend: SimdBackend, python: Python): Comparison {
  const { title, work, question, unit, size, measuredSize, peerName, target } = given;
  const times = Math.max(1, Math.round(measuredSize / size));
  const prepared = once(() => prepareWork(backend, work, times));
  const ours = timed('simd', () => prepared()());
  return {
    title: `${title}, ${threads === 1 ? 'one thread' : 'two threads'}`,
    unit,
    contenders: [ours, askedContender(peerName, python, `${times} ${question}`)].map((contender) =>
      throughput(contender, size * times),
    ),
    targets: [{ of: 'simd', to: peerName, ...target }],
  };
}
