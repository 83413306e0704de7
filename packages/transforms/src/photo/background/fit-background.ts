import { solveLinear } from './solve-linear.ts';
import type { Thumbnail } from './thumbnail.ts';

/** The colour that the background has at each place, as far as its border tells. */
export interface BackgroundModel {
  /** The distance of each pixel's colour to the background's there, in Oklab. */
  readonly distances: Float64Array;
  /** How much the background's own pixels deviate from it: a robust standard deviation. */
  readonly deviation: number;
}

/** A colour, or the factors of the terms of one of its coordinates. */
type Numbers = readonly number[];

const ROUNDS = 6;

/** A normal distribution's standard deviation by its median distance. */
const DEVIATION_PER_MEDIAN = 1.4826;

/** Pixels of the border beyond so many deviations are no background. */
const OUTLIER_DEVIATIONS = 3;

/** The rounding of bytes, as a distance in Oklab. */
const LEAST_DEVIATION = 0.004;

/** Keeps borders of few pixels from being followed by wild curves. */
const RIDGE = 1e-3;

/**
 * Fits a surface of second degree, per coordinate of the colour, to the border of a picture: light that falls off to a
 * side or to the corners. Pixels of things that reach into the border are left out round by round.
 *
 * @param border - Indices of pixels.
 */
export function fitBackground(picture: Thumbnail, border: readonly number[]): BackgroundModel {
  const terms = border.map((pixel) => surfaceTerms(picture, pixel));
  const colors = border.map((pixel) => [...picture.colors.subarray(pixel * 3, pixel * 3 + 3)]);
  let surfaces = [0, 1, 2].map((coordinate) => [median(colors.map((color) => color[coordinate] as number))]);
  let deviation = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const distances = colors.map((color, index) => distanceTo(surfaces, terms[index] as Numbers, color));
    deviation = Math.max(LEAST_DEVIATION, DEVIATION_PER_MEDIAN * median(distances));
    const kept = [...distances.keys()].filter(
      (index) => (distances[index] as number) <= OUTLIER_DEVIATIONS * deviation,
    );
    surfaces = [0, 1, 2].map((coordinate) =>
      fitSurface(
        kept.map((index) => terms[index] as Numbers),
        kept.map((index) => colors[index]?.[coordinate] as number),
      ),
    );
  }
  const distances = Float64Array.from({ length: picture.width * picture.height }, (_, pixel) =>
    distanceTo(surfaces, surfaceTerms(picture, pixel), picture.colors.subarray(pixel * 3, pixel * 3 + 3)),
  );
  return { distances, deviation };
}

function surfaceTerms({ width, height }: Thumbnail, pixel: number): Numbers {
  const x = ((pixel % width) + 0.5) / (width / 2) - 1;
  const y = (Math.floor(pixel / width) + 0.5) / (height / 2) - 1;
  return [1, x, y, x * y, x * x, y * y];
}

/** The factors of the terms with the least squares of what is left. */
function fitSurface(terms: readonly Numbers[], values: Numbers): number[] {
  const termCount = terms[0]?.length ?? 0;
  const matrix = Array.from({ length: termCount }, (_, i) =>
    Array.from({ length: termCount }, (_unused, j) => (i === j && i > 0 ? RIDGE * terms.length : 0)),
  );
  const right = new Array<number>(termCount).fill(0);
  for (const [index, row] of terms.entries())
    for (const [i, term] of row.entries()) {
      right[i] = (right[i] as number) + term * (values[index] as number);
      const sums = matrix[i] as number[];
      for (let j = 0; j <= i; j++) sums[j] = (sums[j] as number) + term * (row[j] as number);
    }
  return solveLinear(matrix, right);
}

/** How far a colour is from the surfaces; a surface may have fewer factors than there are terms. */
function distanceTo(surfaces: readonly Numbers[], terms: Numbers, color: ArrayLike<number>): number {
  let squared = 0;
  for (let coordinate = 0; coordinate < surfaces.length; coordinate++) {
    const factors = surfaces[coordinate] as Numbers;
    let difference = color[coordinate] as number;
    for (let term = 0; term < factors.length; term++)
      difference -= (factors[term] as number) * (terms[term] as number);
    squared += difference ** 2;
  }
  return Math.sqrt(squared);
}

function median(values: Numbers): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
