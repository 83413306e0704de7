import {
  type AdamOptimizer,
  adamW,
  crossEntropy,
  type Layer,
  type Loss,
  margin,
  type OneCycleSchedule,
  oneCycle,
  squaredHinge,
  triplet,
} from '@fashion-mnist/models/deep';

/** How a network is trained unless a recipe of the leaderboard says otherwise. */
export interface TrainingSettings {
  readonly loss: Loss;
  readonly optimizer: AdamOptimizer;
  readonly schedule: OneCycleSchedule;
}

/** What the last layers of some networks are made for. */
const LOSSES: ReadonlyMap<string, () => Loss> = new Map<string, () => Loss>([
  ['gru-svm', squaredHinge],
  ['gru-svm-dropout', squaredHinge],
  ['capsule-network', margin],
  ['alexnet-triplet-loss', triplet],
]);

/** Batch normalisation bears steps that would end other networks. */
const MAX_RATE = { normalized: 3e-3, plain: 1e-3 } as const;

/**
 * AdamW, and a learning rate that rises and falls once.
 *
 * @param maxRate - @default by whether the network has batch normalisation
 */
export function trainingSettings(
  name: string,
  architecture: Layer,
  maxRate: number = hasNormalization(architecture) ? MAX_RATE.normalized : MAX_RATE.plain,
): TrainingSettings {
  const lossOf = LOSSES.get(name) ?? (() => crossEntropy({ labelSmoothing: 0.1 }));
  return { loss: lossOf(), optimizer: adamW(), schedule: oneCycle({ maxRate }) };
}

function hasNormalization({ kind, children }: Layer): boolean {
  return kind === 'batch-normalization' || children.some(hasNormalization);
}
