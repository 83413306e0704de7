import { exponential } from './exponential.ts';

const { fround } = Math;
const LARGEST_LOSS = 36.04365338911715;

/** The log-loss of a row, and its derivatives with respect to the scores. */
export interface RowLoss {
  readonly loss: number;
  readonly deltas: readonly number[];
}

export function softmaxLoss(scores: readonly number[], code: number): RowLoss {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => exponential(fround(score - largest)));
  const sum = powers.reduce((total, power) => fround(total + power), 0);
  const share = fround(1 / sum);
  const deltas = powers.map((power, c) => fround(fround(power * share) - (c === code ? 1 : 0)));
  return { loss: Math.min(LARGEST_LOSS, Math.log(sum) + largest - scores[code]!), deltas };
}

export function logisticLoss(score: number, code: number): RowLoss {
  const power = exponential(-Math.abs(score));
  const probability = fround((score >= 0 ? 1 : power) / fround(1 + power));
  const excess = Math.max(0, code === 0 ? score : -score);
  return {
    loss: Math.min(LARGEST_LOSS, Math.log1p(power) + excess),
    deltas: [fround(probability - code)],
  };
}
