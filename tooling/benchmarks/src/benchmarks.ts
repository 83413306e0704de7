import { augmentAffine } from './benchmarks/augment-affine.ts';
import { augmentChain } from './benchmarks/augment-chain.ts';
import { byteOrder } from './benchmarks/byte-order.ts';
import { convertPhotos } from './benchmarks/convert-photos.ts';
import { deepInference } from './benchmarks/deep-inference.ts';
import { deepKernels } from './benchmarks/deep-kernels.ts';
import { deepMemory } from './benchmarks/deep-memory.ts';
import { deepScaling } from './benchmarks/deep-scaling.ts';
import { deepTraining } from './benchmarks/deep-training.ts';
import { demo } from './benchmarks/demo.ts';
import { growth } from './benchmarks/growth.ts';
import { idxGzRead } from './benchmarks/idx-gz-read.ts';
import { idxWrite } from './benchmarks/idx-write.ts';
import { kernels } from './benchmarks/kernels.ts';
import { neighbors } from './benchmarks/neighbors.ts';
import { pca } from './benchmarks/pca.ts';
import { randomAccess } from './benchmarks/random-access.ts';
import { tsneSmall, tsneWhole } from './benchmarks/tsne.ts';
import { tsneJs } from './benchmarks/tsne-js.ts';
import { umapWarm } from './benchmarks/umap.ts';
import { umapBrowser } from './benchmarks/umap-browser.ts';
import { umapCold } from './benchmarks/umap-cold.ts';
import { umapJs } from './benchmarks/umap-js.ts';
import { viewer } from './benchmarks/viewer.ts';
import { warmLoad } from './benchmarks/warm-load.ts';
import { classicalBenchmarks } from './classical/classical-benchmarks.ts';
import { classicalGrowth } from './classical/classical-growth.ts';
import { classicalJs } from './classical/classical-js.ts';
import { classicalPaper } from './classical/classical-paper.ts';
import type { Benchmark } from './runner/benchmark.ts';

/** All benchmarks, in the order in which `all` runs them. */
export const benchmarks: readonly Benchmark[] = [
  idxGzRead,
  warmLoad,
  randomAccess,
  byteOrder,
  idxWrite,
  convertPhotos,
  umapWarm,
  umapCold,
  umapJs,
  umapBrowser,
  viewer,
  demo,
  tsneSmall,
  tsneWhole,
  tsneJs,
  neighbors,
  pca,
  growth,
  augmentAffine,
  augmentChain,
  deepTraining,
  deepInference,
  deepScaling,
  deepMemory,
  deepKernels,
  ...classicalBenchmarks,
  classicalJs,
  classicalGrowth,
  classicalPaper,
  kernels,
];
