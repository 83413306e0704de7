/** The nodes along an axis that a point has a share in: the first of them, and the weights of all six. */
export interface SplineShares {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Rows of a band; also what a field keeps free behind the first node of any point. */
export const BAND_ROWS = 8;

/** @param place - In nodes from the origin; outside the field, its edge counts. */
export function quinticShares(place: number, side: number): SplineShares {
  const inside = Math.min(Math.max(place, 0), side - BAND_ROWS);
  const first = Math.floor(inside);
  return { first, weights: quinticWeights(inside - first) };
}

/** Weights of a B-spline of degree 5, for a point `t` of the way between the third and the fourth node. */
function quinticWeights(t: number): readonly number[] {
  const polynomials = [
    [1, -5, 10, -10, 5, -1],
    [26, -50, 20, 20, -20, 5],
    [66, 0, -60, 0, 30, -10],
    [26, 50, 20, -20, -20, 10],
    [1, 5, 10, 10, 5, -5],
    [0, 0, 0, 0, 0, 1],
  ];
  return polynomials.map((coefficients) => coefficients.reduceRight((sum, c) => sum * t + c, 0) / 120);
}
