import type { Variable } from '@tensorflow/tfjs-core';
import type { NetworkParameter } from '../network/network.ts';
import { follow } from './update-parameter.ts';
import { copiedVariable, overwrite } from './variables.ts';

/**
 * Exponential moving averages of all that a network keeps, learned parameters and followed statistics alike, so that both
 * belong to the same mixture of networks.
 */
export interface Averages {
  /** By the paths of parameters. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Takes the parameters in as they are after a step. @param stepsDone - With this one, at least 1. */
  update(stepsDone: number): void;
  /** Runs something while the network has the averages in place of its parameters. */
  swapped<T>(run: () => Promise<T>): Promise<T>;
  /** Gives the network copies of the averages for good. */
  adopt(): void;
  dispose(): void;
}

/**
 * Averages that begin as the parameters are now.
 *
 * @param decay - The share of the average that stays in each step, once there were enough: early ones count more, by
 *   `min(decay, (1 + steps) / (10 + steps))`.
 * @see https://www.tensorflow.org/api_docs/python/tf/train/ExponentialMovingAverage - the same with `num_updates`
 */
export function createAverages(parameters: readonly NetworkParameter[], decay: number): Averages {
  const pairs = parameters.map(({ path, variable }) => ({
    path,
    variable,
    average: copiedVariable(variable),
  }));

  function adopt(): void {
    for (const { variable, average } of pairs) overwrite(variable, average);
  }

  return {
    variables: new Map(pairs.map(({ path, average }) => [path, average])),
    update(stepsDone) {
      const share = Math.min(decay, (1 + stepsDone) / (10 + stepsDone));
      for (const { variable, average } of pairs) follow(average, variable, share);
    },
    async swapped(run) {
      const kept = pairs.map(({ variable }) => copiedVariable(variable));
      try {
        adopt();
        return await run();
      } finally {
        pairs.forEach(({ variable }, i) => overwrite(variable, kept[i]!));
        for (const copy of kept) copy.dispose();
      }
    },
    adopt,
    dispose() {
      for (const { average } of pairs) average.dispose();
    },
  };
}
