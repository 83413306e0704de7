import type { Rng } from '@fashion-mnist/core';
import type { BoostingPlan } from './boost.ts';
import type { BoostingLoss } from './boosting-loss.ts';
import { meanLoss } from './class-shares.ts';
import type { ResolvedGradientBoosting } from './gradient-boosting-options.ts';

/** Which rows each round sees, when it is the last, and how well the rows seen were fitted. */
export interface GradientBoostingRounds extends Pick<BoostingPlan, 'rowsOfRound' | 'afterRounds'> {
  /** One per round so far. */
  readonly trainScores: readonly number[];
}

export interface RoundsData {
  readonly training: Int32Array;
  readonly validation: Int32Array;
  readonly weights: Float64Array | undefined;
  readonly loss: BoostingLoss;
}

export function gradientBoostingRounds(
  { subsample, nIterNoChange, tol }: ResolvedGradientBoosting,
  { training, validation, weights, loss }: RoundsData,
  rng: Rng,
): GradientBoostingRounds {
  const trainScores: number[] = [];
  const bestLosses = new Float64Array(nIterNoChange ?? 0).fill(Infinity);
  const drawnCount = Math.max(1, Math.floor(subsample * training.length));
  const lossOf = (losses: Float64Array, rows: Int32Array) =>
    loss.reportedTimes * meanLoss(losses, weights, rows);
  let seen = training;

  return {
    trainScores,
    rowsOfRound() {
      if (subsample < 1) {
        const drawn = rng.permutation(training.length).subarray(0, drawnCount).toSorted();
        seen = Int32Array.from(drawn, (i) => training[i]!);
      }
      return weights === undefined ? seen : seen.filter((row) => weights[row]! > 0);
    },
    afterRounds(round, losses) {
      if (round === 0) return false;
      trainScores.push(lossOf(losses, seen));
      if (nIterNoChange === null) return false;
      const score = lossOf(losses, validation);
      const isBetter = bestLosses.some((earlier) => score + tol < earlier);
      if (isBetter) bestLosses[(round - 1) % nIterNoChange] = score;
      return !isBetter;
    },
  };
}
