import type { BoostingPlan } from './boost.ts';
import { meanLoss } from './class-shares.ts';
import type { ResolvedHistGradientBoosting } from './hist-gradient-boosting-options.ts';

/** When the rounds end, and how well rows were fitted, from before the first round on. */
export interface HistGradientBoostingRounds extends Pick<BoostingPlan, 'rowsOfRound' | 'afterRounds'> {
  /** Losses, negated; none without early stopping. */
  readonly trainScores: readonly number[];
  /** None without held-out rows. */
  readonly validationScores: readonly number[];
}

export interface HistRoundsData {
  readonly training: Int32Array;
  readonly validation: Int32Array;
  readonly weights: Float64Array | undefined;
  readonly stopsEarly: boolean;
}

export function histGradientBoostingRounds(
  { nIterNoChange, tol }: ResolvedHistGradientBoosting,
  { training, validation, weights, stopsEarly }: HistRoundsData,
): HistGradientBoostingRounds {
  const trainScores: number[] = [];
  const validationScores: number[] = [];
  return {
    trainScores,
    validationScores,
    rowsOfRound: () => training,
    afterRounds(_, losses) {
      if (!stopsEarly) return false;
      trainScores.push(-meanLoss(losses, weights, training));
      if (validation.length === 0) return hasStalled(trainScores, nIterNoChange, tol);
      validationScores.push(-meanLoss(losses, weights, validation));
      return hasStalled(validationScores, nIterNoChange, tol);
    },
  };
}

/** Whether none of the last scores is better than the one before them. */
function hasStalled(scores: readonly number[], count: number, tol: number): boolean {
  const reference = scores.at(-count - 1);
  return reference !== undefined && scores.slice(-count).every((score) => score <= reference + tol);
}
