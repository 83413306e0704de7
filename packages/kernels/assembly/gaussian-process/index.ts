export { gpFactorBlock, gpReduceBlock } from './cholesky';
export { gpCovariances, gpWeigh } from './covariances';
export { gpDerivatives } from './derivatives';
export { gpVariances } from './variances';
export { gpMultiply, gpSolve } from './vectors';
