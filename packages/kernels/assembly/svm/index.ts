export { packKernelVectors } from './coordinates';
export { decideKernelPairs } from './decide-kernel-pairs';
export { solveKernelPairs } from './solve-kernel-pairs';
