import type { Command } from '../compute/command.ts';
import type { VectorBlocks } from './vector-block.ts';

/** The part of a spectrum that a filter acts on. */
export interface FilterBand {
  /** The largest eigenvalue. */
  readonly largest: number;
  /** The smallest eigenvalue whose vector is wanted. */
  readonly wanted: number;
  /** Vectors of eigenvalues in `0..cut` are not amplified. */
  readonly cut: number;
}

const HIGHEST_DEGREE = 24;
/** How much more the first vector may grow than the last wanted one: its traces in the others must stay small. */
const LARGEST_RATIO = 1e8;

/**
 * The lowest degree that amplifies the wanted vectors by `gain` against the unwanted ones, or the highest one that
 * rounding errors allow.
 */
export function filterDegree({ largest, wanted, cut }: FilterBand, gain: number): number {
  const at = (value: number) => (2 * value) / cut - 1;
  const [x, y] = [at(largest), at(wanted)];
  let [before, now] = [1, x];
  let [wantedBefore, wantedNow] = [1, y];
  for (let degree = 1; ; degree++) {
    [before, now] = [now, 2 * x * now - before];
    [wantedBefore, wantedNow] = [wantedNow, 2 * y * wantedNow - wantedBefore];
    const isEnough = wantedBefore >= gain || degree === HIGHEST_DEGREE;
    if (isEnough || now > LARGEST_RATIO * Math.max(wantedNow, 1)) return degree;
  }
}

/** Commands, and where they leave what. */
export interface Filtering {
  readonly commands: Command[];
  readonly filtered: number;
  /** The two other blocks. */
  readonly free: readonly [number, number];
}

/**
 * The Chebyshev polynomial of a matrix that stays within -1 and 1 on `0..cut`, applied to vectors.
 *
 * @param images - The products of the matrix and the vectors.
 * @see Zhou, Saad, Tiago & Chelikowsky 2006, "Self-consistent-field calculations using Chebyshev-filtered subspace iteration"
 */
export function chebyshevFilter(
  block: VectorBlocks,
  degree: number,
  cut: number,
  vectors: number,
  images: number,
  spare: number,
): Filtering {
  const commands = [block.combine(images, 2 / cut, vectors, -1, vectors, 0, spare)];
  let [before, now, next] = [vectors, spare, images];
  for (let k = 2; k <= degree; k++) {
    commands.push(...block.multiply(now, next), block.combine(next, 4 / cut, now, -2, before, -1, next));
    [before, now, next] = [now, next, before];
  }
  return { commands, filtered: now, free: [before, next] };
}
