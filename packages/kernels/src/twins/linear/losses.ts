/** Margins of a sample, and its loss with the slopes that replace them. */
export interface OutputLoss {
  /** Adds its losses to `losses`; replaces the margins by slopes. @param own - The output of its class, -1 if none. */
  (margins: Float64Array, own: number, weightOf: (output: number) => number, losses: Float64Array): void;
}

/** In the order of `LINEAR_LOSSES`. */
export const OUTPUT_LOSSES: readonly OutputLoss[] = [
  multinomial,
  (margins, own, weightOf, losses) => ofEach(logistic, margins, own, weightOf, losses),
  (margins, own, weightOf, losses) => ofEach(squaredHinge, margins, own, weightOf, losses),
];

function multinomial(
  margins: Float64Array,
  own: number,
  weightOf: (output: number) => number,
  losses: Float64Array,
): void {
  const top = Math.max(...margins);
  const ownMargin = margins[own]!;
  const weight = weightOf(own);
  const total = margins.reduce((sum, margin) => sum + Math.exp(margin - top), 0);
  losses[0]! += weight * (top - ownMargin + Math.log(total));
  for (let output = 0; output < margins.length; output++)
    margins[output] = (weight * Math.exp(margins[output]! - top)) / total;
  margins[own]! -= weight;
}

function ofEach(
  loss: (wrongness: number) => { loss: number; slope: number },
  margins: Float64Array,
  own: number,
  weightOf: (output: number) => number,
  losses: Float64Array,
): void {
  for (let output = 0; output < margins.length; output++) {
    const sign = output === own ? -1 : 1;
    const weight = weightOf(output);
    const of = loss(sign * margins[output]!);
    losses[output]! += weight * of.loss;
    margins[output] = weight * sign * of.slope;
  }
}

function logistic(wrongness: number): { loss: number; slope: number } {
  const e = Math.exp(-Math.abs(wrongness));
  return { loss: Math.max(wrongness, 0) + Math.log1p(e), slope: (wrongness > 0 ? 1 : e) / (1 + e) };
}

function squaredHinge(wrongness: number): { loss: number; slope: number } {
  const excess = Math.max(1 + wrongness, 0);
  return { loss: excess * excess, slope: 2 * excess };
}
