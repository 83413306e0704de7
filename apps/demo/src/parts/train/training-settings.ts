import type { MapMethod, TrainingBackend, TrainingPlan } from '../../work/training/training-job.ts';
import { LIGHT_NETWORKS, NETWORKS } from './network-list.ts';

/** What the reader chooses, as it stands in the form. */
export interface TrainingSettings {
  readonly network: string;
  readonly backend: TrainingBackend;
  readonly imageCount: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly isAugmented: boolean;
  readonly mapMethod: MapMethod;
}

export const MOST_EPOCHS = 200;
export const BATCH_SIZES: readonly number[] = [32, 64, 128, 256];
export const LEARNING_RATES: readonly number[] = [
  0.0002, 0.0005, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.01, 0.03, 0.1,
];

export const FIRST_SETTINGS: TrainingSettings = Object.freeze({
  network: '3-conv-bn-pooling',
  backend: 'simd',
  imageCount: 10_000,
  epochs: 5,
  batchSize: 128,
  learningRate: LIGHT_NETWORKS[0]?.learningRate ?? 0.003,
  isAugmented: false,
  mapMethod: 'umap',
});

/** The settings with another network, and the learning rate that it learns well with. */
export function withNetwork(settings: TrainingSettings, network: string): TrainingSettings {
  const learningRate = NETWORKS.find(({ name }) => name === network)?.learningRate;
  return { ...settings, network, learningRate: learningRate ?? settings.learningRate };
}

/** What the worker is to do. @param isFurther - Whether the network that there is learns on. */
export function planOf(settings: TrainingSettings, learnableCount: number, isFurther: boolean): TrainingPlan {
  return {
    ...settings,
    network: isFurther ? undefined : settings.network,
    imageCount: Math.min(settings.imageCount, learnableCount),
  };
}
