import { crossEntropy } from '../losses/cross-entropy.ts';
import type { Network } from '../network/network.ts';
import { sgd } from '../optimizers/sgd.ts';
import { oneCycle } from '../schedules/one-cycle.ts';
import type { BatchSource } from '../training/batch-source.ts';
import { trainNetwork } from '../training/train-network.ts';
import type { TrainingCheckpoints, TrainNetworkOptions } from '../training/training-options.ts';
import type { TrainingReport } from '../training/training-report.ts';
import { type TinyNetworkOptions, tinyNetwork } from './tiny-network.ts';
import { tinySource } from './tiny-source.ts';

export const TINY_OPTIONS: TrainNetworkOptions = {
  batches: tinySource(),
  epochs: 3,
  loss: crossEntropy({ labelSmoothing: 0.1 }),
  optimizer: sgd({ momentum: 0.9, nesterov: true, l2: 1e-3 }),
  schedule: oneCycle({ maxRate: 0.1 }),
  gradientClipping: 1,
  average: 0.9,
  seed: 5,
  validation: tinySource({ imageCount: 9, isShuffled: false }),
};

/** Tiny networks, and how to free them all. */
export function tinyNetworks(): { make(options?: TinyNetworkOptions): Network; freeAll(): void } {
  const networks: Network[] = [];
  return {
    make(options) {
      const made = tinyNetwork(options);
      networks.push(made);
      return made;
    },
    freeAll() {
      for (const network of networks.splice(0)) network.dispose();
    },
  };
}

/** Copies of the values of all parameters. */
export function valuesOf({ parameters }: Network): Float32Array[] {
  return parameters.map(({ variable }) => variable.dataSync<'float32'>().slice());
}

/** A training and the checkpoints that it saves: after each batch, unless `checkpoint` says something else. */
export function trainTiny(
  network: Network,
  changes: Omit<Partial<TrainNetworkOptions>, 'checkpoint'> = {},
  checkpoint: Partial<TrainingCheckpoints> = {},
): { readonly report: Promise<TrainingReport>; readonly saved: readonly Uint8Array<ArrayBuffer>[] } {
  const saved: Uint8Array<ArrayBuffer>[] = [];
  const save = (bytes: Uint8Array<ArrayBuffer>) => void saved.push(bytes);
  const report = trainNetwork(network, {
    ...TINY_OPTIONS,
    ...changes,
    checkpoint: { everyMinutes: 0, save, ...checkpoint },
  });
  return { report, saved };
}

/** A source that aborts a signal when a batch of an epoch is asked for. */
export function interruptedAt(
  epoch: number,
  index: number,
): { readonly signal: AbortSignal; readonly batches: BatchSource } {
  const controller = new AbortController();
  const batches = tinySource({
    onBatch(e, i) {
      if (e === epoch && i === index) controller.abort(new Error('interrupted'));
    },
  });
  return { signal: controller.signal, batches };
}
