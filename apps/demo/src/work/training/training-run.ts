import {
  adamW,
  crossEntropy,
  embedNetwork,
  type Network,
  oneCycle,
  predictNetwork,
  trainNetwork,
} from '@fashion-mnist/models/deep';
import { type BatchSource, createBatchSource } from '@fashion-mnist/transforms/batches';
import { createEpochMap, type EpochMap } from './epoch-map.ts';
import type { ImageStore } from './image-store.ts';
import { likeliest, scoreOf } from './judge.ts';
import { SEED, type Subject } from './network-file.ts';
import { augmented, prepare } from './preparation.ts';
import { tellProgress } from './tell-progress.ts';
import {
  type EpochOutcome,
  mappedCountOf,
  type TrainingEnd,
  type TrainingListener,
  type TrainingPlan,
} from './training-job.ts';

/** A training that can be stopped and gone on with. */
export interface TrainingRun {
  /** @throws {ModelsError} `E_DIVERGED` and others of `trainNetwork`. */
  go(listener: TrainingListener): Promise<TrainingEnd>;
  stop(): void;
  /** Epochs that the network has learned, those before this training too. */
  readonly epochs: number;
}

export function createTrainingRun(subject: Subject, plan: TrainingPlan, store: ImageStore): TrainingRun {
  const map = createEpochMap(plan.mapMethod);
  let controller = new AbortController();
  let checkpoint: Uint8Array<ArrayBuffer> | undefined;
  let { epochs } = subject;

  async function tellOutcome(listener: TrainingListener, signal: AbortSignal): Promise<void> {
    listener.epoch(await outcomeOf(subject, store, { epoch: epochs, map, signal }));
  }

  async function learn(batches: BatchSource, listener: TrainingListener, signal: AbortSignal): Promise<void> {
    const { imageCount } = batches;
    const teller = tellProgress(listener, { imageCount, epochsBefore: subject.epochs });
    if (epochs === 0 && checkpoint === undefined) await tellOutcome(listener, signal);
    await trainNetwork(subject.network, {
      batches,
      epochs: plan.epochs,
      loss: crossEntropy(),
      optimizer: adamW({ decay: 0.01 }),
      schedule: oneCycle({ maxRate: plan.learningRate }),
      seed: SEED + subject.epochs,
      signal,
      checkpoint: { everyMinutes: 1e6, save: (bytes) => void (checkpoint = bytes), resumeFrom: checkpoint },
      onProgress: teller.learned,
      async onEpoch({ epoch }) {
        epochs = subject.epochs + epoch;
        teller.judged();
        await tellOutcome(listener, signal);
      },
    });
  }

  return {
    get epochs() {
      return epochs;
    },
    stop: () => controller.abort(new Error('The training was stopped.')),
    async go(listener) {
      controller = new AbortController();
      const { signal } = controller;
      const batches = batchesOf(subject, plan, store);
      try {
        await learn(batches, listener, signal);
        return 'done';
      } catch (error) {
        if (signal.aborted) return 'stopped';
        throw error;
      } finally {
        await batches.dispose();
      }
    },
  };
}

function batchesOf({ preparation, epochs }: Subject, plan: TrainingPlan, store: ImageStore): BatchSource {
  const range = { first: 0, count: plan.imageCount };
  return createBatchSource({
    images: store.images(range),
    labels: store.labelsOf(range),
    classCount: store.classCount,
    pipeline: plan.isAugmented ? augmented(preparation, store.name) : preparation,
    batchSize: Math.min(plan.batchSize, plan.imageCount),
    dropLast: true,
    seed: SEED + epochs,
  });
}

interface Occasion {
  readonly epoch: number;
  readonly map: EpochMap;
  readonly signal: AbortSignal;
}

async function outcomeOf(
  { network, preparation }: { readonly network: Network } & Pick<Subject, 'preparation'>,
  store: ImageStore,
  { epoch, map, signal }: Occasion,
): Promise<EpochOutcome> {
  const { heldOut, classCount } = store;
  const images = await prepare(store.images(heldOut), preparation);
  const { data: probabilities } = await predictNetwork(network, images, { signal });
  const first = await prepare(store.images({ ...heldOut, count: mappedCountOf(heldOut) }), preparation);
  const features = await embedNetwork(network, first, { signal });
  return {
    epoch,
    heldOut: scoreOf(probabilities, store.labelsOf(heldOut), classCount),
    predicted: likeliest(probabilities, classCount),
    places: await map.next(features, signal),
  };
}
