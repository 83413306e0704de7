/** Weights as whole numbers. */
export interface WholeWeights {
  /** In a unit; a power of 2. */
  readonly steps: number;
  /** Rounded down, and capped at 32,767: a sum of differences weighted so is a lower bound. */
  readonly inSteps: Int16Array;
}

const MOST = 32_767;
/** A sum of differences of bytes has to fit in 31 bits. */
const GREATEST_SUM = 2 ** 31 - 1;
/** More would cap all weights but the smallest ones. */
const MOST_DOUBLINGS = 40;

/** Weights in the finest steps that their sums allow. */
export function wholeWeights(weights: Float64Array): WholeWeights {
  const inSteps = (steps: number) =>
    Int16Array.from(weights, (weight) => Math.min(MOST, Math.floor(weight * steps)));
  const fits = (steps: number) =>
    255 * inSteps(steps).reduce((sum, weight) => sum + weight, 0) <= GREATEST_SUM;
  const greatest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (greatest === 0) return { steps: 1, inSteps: inSteps(1) };
  let steps = 2 ** Math.floor(Math.log2(1 / greatest));
  for (let doublings = 0; doublings < MOST_DOUBLINGS && fits(steps * 2); doublings++) steps *= 2;
  return { steps, inSteps: inSteps(steps) };
}
