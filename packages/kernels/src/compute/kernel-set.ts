import { BOOSTING_KERNELS, type BoostingKernels } from '../kernels-of/boosting.ts';
import { CLASS_MOMENTS_KERNELS, type ClassMomentsKernels } from '../kernels-of/class-moments.ts';
import { CONVERSION_KERNELS, type ConversionKernels } from '../kernels-of/conversion.ts';
import { COORDINATES_KERNELS, type CoordinatesKernels } from '../kernels-of/coordinates.ts';
import { COUNTING_SORT_KERNELS, type CountingSortKernels } from '../kernels-of/counting-sort.ts';
import { COVARIANCE_KERNELS, type CovarianceKernels } from '../kernels-of/covariance.ts';
import { FFT_KERNELS, type FftKernels } from '../kernels-of/fft.ts';
import { GAUSSIAN_PROCESS_KERNELS, type GaussianProcessKernels } from '../kernels-of/gaussian-process.ts';
import { LINEAR_KERNELS, type LinearKernels } from '../kernels-of/linear.ts';
import { MANHATTAN_KERNELS, type ManhattanKernels } from '../kernels-of/manhattan.ts';
import { MLP_KERNELS, type MlpKernels } from '../kernels-of/mlp.ts';
import { NEIGHBORS_KERNELS, type NeighborsKernels } from '../kernels-of/neighbors.ts';
import { ONLINE_KERNELS, type OnlineKernels } from '../kernels-of/online.ts';
import { PRODUCTS_KERNELS, type ProductsKernels } from '../kernels-of/products.ts';
import { SUBSPACE_KERNELS, type SubspaceKernels } from '../kernels-of/subspace.ts';
import { SVM_KERNELS, type SvmKernels } from '../kernels-of/svm.ts';
import { TREES_KERNELS, type TreesKernels } from '../kernels-of/trees.ts';
import { TSNE_KERNELS, type TsneKernels } from '../kernels-of/tsne/tsne.ts';
import { UMAP_KERNELS, type UmapKernels } from '../kernels-of/umap/umap.ts';

/** Every kernel by name. Each takes its arguments and the range `begin..end` of items that it works on. */
export interface KernelSet
  extends ConversionKernels,
    CountingSortKernels,
    FftKernels,
    TsneKernels,
    ProductsKernels,
    CovarianceKernels,
    SubspaceKernels,
    UmapKernels,
    NeighborsKernels,
    ManhattanKernels,
    OnlineKernels,
    ClassMomentsKernels,
    MlpKernels,
    GaussianProcessKernels,
    CoordinatesKernels,
    LinearKernels,
    TreesKernels,
    SvmKernels,
    BoostingKernels {}

/** The name of a kernel, as commands call it. */
export type KernelName = keyof KernelSet;

/** In the order in which commands number them. */
export const KERNEL_NAMES: readonly KernelName[] = [
  ...CONVERSION_KERNELS,
  ...COUNTING_SORT_KERNELS,
  ...FFT_KERNELS,
  ...TSNE_KERNELS,
  ...PRODUCTS_KERNELS,
  ...COVARIANCE_KERNELS,
  ...SUBSPACE_KERNELS,
  ...UMAP_KERNELS,
  ...NEIGHBORS_KERNELS,
  ...MANHATTAN_KERNELS,
  ...ONLINE_KERNELS,
  ...CLASS_MOMENTS_KERNELS,
  ...MLP_KERNELS,
  ...GAUSSIAN_PROCESS_KERNELS,
  ...COORDINATES_KERNELS,
  ...LINEAR_KERNELS,
  ...TREES_KERNELS,
  ...SVM_KERNELS,
  ...BOOSTING_KERNELS,
];
