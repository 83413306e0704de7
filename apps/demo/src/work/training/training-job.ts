/** What computes: the toolkit's own backend on the processor, or the graphics card by one of two interfaces. */
export type TrainingBackend = 'simd' | 'webgl' | 'webgpu';

/** How the page places held-out images after each epoch. */
export type MapMethod = 'umap' | 'pca';

/** The images to learn from, as the worker needs them. */
export interface TrainingData {
  /** Names the dataset. */
  readonly name: string;
  readonly classNames: readonly string[];
  readonly imageShape: readonly [height: number, width: number];
  /** One class per id. */
  readonly labels: Uint8Array;
  /** All images where threads share memory; else they come by `putImages`. */
  readonly pixels: Uint8Array | undefined;
  /** Ids that are never learned from, and by which each epoch is judged. */
  readonly heldOut: IdRange;
  /** Ids of the published test images. */
  readonly test: IdRange;
}

/** The ids `first..first + count - 1`. */
export interface IdRange {
  readonly first: number;
  readonly count: number;
}

/** What is to be trained, and how. */
export interface TrainingPlan {
  /** Of `networks` of `@fashion-mnist/models/deep`; undefined: the network there is, further. */
  readonly network: string | undefined;
  readonly backend: TrainingBackend;
  /** It learns from the ids `0..imageCount - 1`. */
  readonly imageCount: number;
  readonly epochs: number;
  readonly batchSize: number;
  /** The greatest one of a cycle. */
  readonly learningRate: number;
  /** Whether images are moved, and mirrored where that leaves them what they are. */
  readonly isAugmented: boolean;
  readonly mapMethod: MapMethod;
}

export interface EpochScore {
  /** Mean cross-entropy. */
  readonly loss: number;
  /** Share of images, `0..1`. */
  readonly accuracy: number;
}

/** How far a training is. Told a few times a second. */
export interface TrainingProgress {
  /** `train`: learning; `judge`: answering for held-out images. */
  readonly stage: 'train' | 'judge';
  /** Of all images of the training, `0..1`. */
  readonly share: number;
  /** Images per second; undefined before the first batch is done. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
  /** Of the batches since the last time; undefined while it judges. */
  readonly point: CurvePoint | undefined;
}

/** Loss and accuracy at a moment of a training. */
export interface CurvePoint extends EpochScore {
  /** Epochs done, with what is done of the current one: 1.5 is in the middle of the second. */
  readonly epoch: number;
}

/** What a network makes of held-out images after an epoch. */
export interface EpochOutcome {
  /** Epochs that it has learned; 0: none yet. */
  readonly epoch: number;
  readonly heldOut: EpochScore;
  /** The likeliest class of each held-out image. */
  readonly predicted: Uint8Array;
  /** `x0, y0, ...` of the first held-out images, aligned with those of the epoch before. */
  readonly places: Float32Array;
}

const MOST_MAPPED = 2000;

/** How many of the held-out images, the first ones, are on the map of each epoch. */
export function mappedCountOf(heldOut: IdRange): number {
  return Math.min(MOST_MAPPED, heldOut.count);
}

export interface TrainingListener {
  progress(event: TrainingProgress): void;
  epoch(outcome: EpochOutcome): void;
}

/** How a training has ended: it is done, or it was stopped and can go on. */
export type TrainingEnd = 'done' | 'stopped';

/** The network there is. */
export interface NetworkSummary {
  readonly name: string;
  readonly parameterCount: number;
  /** Epochs that it is known to have learned. */
  readonly epochs: number;
  /** Whether held-out images and test images are known not to have been learned from. */
  readonly isUnseen: boolean;
}

/** Answers that the other parts of the page use. */
export interface NetworkAnswers {
  /** Of the held-out images, shape `[count, classes]`. */
  readonly heldOut: Float32Array;
  /** Values before the last layer, of the first images. */
  readonly features: { readonly count: number; readonly width: number; readonly data: Float32Array };
}

/** What the training worker answers to. Every method rejects with a sentence that can be shown. */
export interface TrainingService {
  /** Backends that this browser has, the safest first. */
  backends(): Promise<readonly TrainingBackend[]>;
  openData(data: TrainingData): void;
  /** Images of ids from `first` on, where threads share no memory. */
  putImages(first: number, pixels: Uint8Array): void;
  train(plan: TrainingPlan, listener: TrainingListener): Promise<TrainingEnd>;
  /** Goes on with the training that was stopped. */
  resume(listener: TrainingListener): Promise<TrainingEnd>;
  stop(): void;
  describe(): NetworkSummary | undefined;
  /** Of the network as it stands. @param onShare - Told how much is done, `0..1`. */
  answers(onShare: (share: number) => void): Promise<NetworkAnswers>;
  /** Of all test images, shape `[count, classes]`. */
  testAnswers(onShare: (share: number) => void): Promise<Float32Array>;
  /** @param images - Shape `[count, height, width]`. @returns Shape `[count, classes]`. */
  probabilities(images: Uint8Array, count: number): Promise<Float32Array>;
  save(): Promise<Uint8Array<ArrayBuffer>>;
  exportOnnx(): Promise<Uint8Array<ArrayBuffer>>;
  load(file: Uint8Array, backend: TrainingBackend): Promise<NetworkSummary>;
}
