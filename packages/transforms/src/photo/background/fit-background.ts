import { solveLinear } from './solve-linear.ts';
import type { Thumbnail } from './thumbnail.ts';

/** The colour that the background has at each place, as far as its border tells. */
export interface BackgroundModel {
  /** The distance of each pixel's colour to the background's there, in Oklab. */
  readonly distances: Float64Array;
  /** How much the background's own pixels deviate from it: a robust standard deviation. */
  readonly deviation: number;
}

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
  const { colors } = picture;
  const terms = Array.from({ length: colors.length / 3 }, (_, pixel) => surfaceTerms(picture, pixel));
  const middleColor = medianColor(colors, border);
  let distances = distancesTo(colors, () => middleColor);
  let deviation = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const medianDistance = median(border.map((pixel) => distances[pixel] as number));
    deviation = Math.max(LEAST_DEVIATION, DEVIATION_PER_MEDIAN * medianDistance);
    const limit = OUTLIER_DEVIATIONS * deviation;
    const kept = border.filter((pixel) => (distances[pixel] as number) <= limit);
    const surfaces = [0, 1, 2].map((coordinate) => fitSurface(terms, colors, kept, coordinate));
    distances = distancesTo(colors, (pixel) =>
      surfaces.map((surface) => dot(surface, terms[pixel] as readonly number[])),
    );
  }
  return { distances, deviation };
}

function surfaceTerms({ width, height }: Thumbnail, pixel: number): readonly number[] {
  const x = ((pixel % width) + 0.5) / (width / 2) - 1;
  const y = (Math.floor(pixel / width) + 0.5) / (height / 2) - 1;
  return [1, x, y, x * y, x * x, y * y];
}

/** The factors of the terms with the least squares of what is left. */
function fitSurface(
  terms: readonly (readonly number[])[],
  colors: Float64Array,
  pixels: readonly number[],
  coordinate: number,
): readonly number[] {
  const termCount = 6;
  const matrix = Array.from({ length: termCount }, (_, i) =>
    Array.from({ length: termCount }, (_, j) => (i === j && i > 0 ? RIDGE * pixels.length : 0)),
  );
  const right = new Array<number>(termCount).fill(0);
  for (const pixel of pixels) {
    const row = terms[pixel] as readonly number[];
    const value = colors[pixel * 3 + coordinate] as number;
    for (const [i, term] of row.entries()) {
      right[i] = (right[i] as number) + term * value;
      const sums = matrix[i] as number[];
      for (let j = 0; j <= i; j++) sums[j] = (sums[j] as number) + term * (row[j] as number);
    }
  }
  return solveLinear(matrix, right);
}

function distancesTo(colors: Float64Array, expected: (pixel: number) => readonly number[]): Float64Array {
  return Float64Array.from({ length: colors.length / 3 }, (_, pixel) => {
    const [lightness = 0, a = 0, b = 0] = expected(pixel);
    const at = pixel * 3;
    return Math.hypot(
      (colors[at] as number) - lightness,
      (colors[at + 1] as number) - a,
      (colors[at + 2] as number) - b,
    );
  });
}

function medianColor(colors: Float64Array, pixels: readonly number[]): readonly number[] {
  return [0, 1, 2].map((coordinate) =>
    median(pixels.map((pixel) => colors[pixel * 3 + coordinate] as number)),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
}
