/** The loss of a decision for a target -1 or 1, and its derivative with respect to the decision. */
export interface Loss {
  readonly value: (decision: number, target: number, parameter: number) => number;
  readonly slope: (decision: number, target: number, parameter: number) => number;
}

/** In the order of their numbers. */
export const LOSSES: readonly Loss[] = [
  {
    value: (p, y, margin) => Math.max(0, margin - p * y),
    slope: (p, y, margin) => (p * y <= margin ? -y : 0),
  },
  {
    value: (p, y, margin) => Math.max(0, margin - p * y) ** 2,
    slope: (p, y, margin) => -2 * y * Math.max(0, margin - p * y),
  },
  { value: (p, y) => logLoss(p * y), slope: (p, y) => -y * logistic(-p * y) },
  {
    value: (p, y) => (p * y >= -1 ? Math.max(0, 1 - p * y) ** 2 : -4 * p * y),
    slope: (p, y) => (p * y >= -1 ? -2 * y * Math.max(0, 1 - p * y) : -4 * y),
  },
  { value: (p, y) => (p - y) ** 2 / 2, slope: (p, y) => p - y },
  {
    value: (p, y, c) => (Math.abs(p - y) <= c ? (p - y) ** 2 / 2 : c * Math.abs(p - y) - c ** 2 / 2),
    slope: (p, y, c) => Math.max(-c, Math.min(c, p - y)),
  },
  {
    value: (p, y, epsilon) => Math.max(0, Math.abs(p - y) - epsilon),
    slope: (p, y, epsilon) => (Math.abs(p - y) > epsilon ? Math.sign(p - y) : 0),
  },
  {
    value: (p, y, epsilon) => Math.max(0, Math.abs(p - y) - epsilon) ** 2,
    slope: (p, y, epsilon) => 2 * Math.sign(p - y) * Math.max(0, Math.abs(p - y) - epsilon),
  },
];

function logLoss(margin: number): number {
  return margin < 0 ? -margin + Math.log1p(Math.exp(margin)) : Math.log1p(Math.exp(-margin));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
