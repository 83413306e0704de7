/** A figure at a size. */
export type SizedFigure = readonly [size: number, figure: number];

/**
 * The power of the size with which a figure grows: the slope of a straight line through the logarithms (least squares).
 * 1 is linear, 2 quadratic; N log N is 1.11 between 1,000 and 70,000.
 */
export function growthExponent(figures: readonly SizedFigure[]): number {
  const points = figures.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const covariance = mean(points.map(([x, y]) => (x - meanX) * (y - meanY)));
  return covariance / mean(points.map(([x]) => (x - meanX) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
