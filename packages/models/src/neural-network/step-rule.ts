import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { Options } from './mlp-options.ts';
import type { PlacedTraining } from './placed-training.ts';

/** How the gradient of a batch changes the parameters. */
export interface StepRule {
  /** The next step, after the gradient of a batch of `rowCount` rows. */
  step(rowCount: number): Command;
  /** @param samplesSeen - In all epochs so far. */
  endEpoch(samplesSeen: number): void;
  /** Whether to stop where there is no more progress; else the rule has become more careful. */
  isExhausted(): boolean;
}

/**
 * The rule of the options, with its memory in a region.
 *
 * @param squares - Pointer to a sum of squared weights for each item of the kernels.
 */
export async function stepRule(
  pool: WorkerPool,
  region: Region,
  training: PlacedTraining,
  squares: number,
  options: Options,
): Promise<StepRule> {
  const { length } = training.network.layout;
  const zeros = async () => {
    const pointer = region.alloc(length * 4);
    await pool.write(pointer, new Float32Array(length));
    return pointer;
  };
  return options.solver === 'adam'
    ? adamRule(training, squares, await zeros(), await zeros(), options)
    : momentumRule(training, squares, await zeros(), options);
}

/** @see Kingma & Ba 2015, algorithm 1, with the corrections for bias in the rate, as in scikit-learn */
function adamRule(
  { network, centre }: PlacedTraining,
  squares: number,
  first: number,
  second: number,
  { alpha, learningRateInit, beta1, beta2, epsilon }: Options,
): StepRule {
  let [power1, power2] = [1, 1];
  return {
    step(rowCount) {
      power1 *= beta1;
      power2 *= beta2;
      const rate = (learningRateInit * Math.sqrt(1 - power2)) / (1 - power1);
      const head = [...network.head, rowCount, network.rowStride, centre, network.parameters] as const;
      const tail = [squares, alpha, rate, beta1, beta2, epsilon] as const;
      return command('mlpAdam', network.parameterWork, ...head, first, second, ...tail);
    },
    endEpoch() {},
    isExhausted: () => true,
  };
}

/** Below this rate, `adaptive` gives up. */
const LEAST_RATE = 1e-6;
const ADAPTIVE_DIVISOR = 5;

function momentumRule(
  { network, centre }: PlacedTraining,
  squares: number,
  velocities: number,
  options: Options,
): StepRule {
  const { alpha, learningRate, learningRateInit, powerT, momentum, nesterovsMomentum } = options;
  let rate = learningRateInit;
  return {
    step(rowCount) {
      const head = [...network.head, rowCount, network.rowStride, centre, network.parameters] as const;
      const tail = [squares, alpha, rate, momentum, nesterovsMomentum ? 1 : 0] as const;
      return command('mlpSgd', network.parameterWork, ...head, velocities, ...tail);
    },
    endEpoch(samplesSeen) {
      if (learningRate === 'invscaling') rate = learningRateInit / (samplesSeen + 1) ** powerT;
    },
    isExhausted() {
      if (learningRate !== 'adaptive' || rate <= LEAST_RATE) return true;
      rate /= ADAPTIVE_DIVISOR;
      return false;
    },
  };
}
