import { createRng } from '@fashion-mnist/core';
import { proportionalShares } from './proportional-shares.ts';

/** How many samples `validationSplit` keeps back, and which. */
export interface ValidationSplitOptions {
  /** Number of samples to keep back, or their share of all, `0..1`, rounded to whole samples. @default 5000 */
  readonly size?: number | { readonly fraction: number };
  /** Same seed, same split. @default 42 */
  readonly seed?: number;
}

const DEFAULTS = Object.freeze({ size: 5000, seed: 42 } satisfies Required<ValidationSplitOptions>);

/** Which samples to train on, and which to keep back. Both ascend; together they are all samples, each once. */
export interface ValidationSplit {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
}

/**
 * Indices of a random validation set that holds every class in proportion (stratified), and of the rest.
 *
 * @param labels - One class index per sample; borrowed.
 * @returns Of each class, its exact share of `size` rounded up or down so that the total is `size`; for the defaults
 *   and Fashion-MNIST's training labels 500 of each class.
 * @throws {RangeError} when there are not as many samples as `size` asks for, or when `size` or `seed` is no such number.
 * @remarks The same on every platform. For the defaults and Fashion-MNIST, the SHA-256 of `validation` as little-endian
 *   uint32 is `5d18c43844bae1506d95b23190929c0ea26b368faddab5c547825b35d4120fd3`.
 */
export function validationSplit(labels: Uint8Array, options: ValidationSplitOptions = {}): ValidationSplit {
  const { size, seed } = { ...DEFAULTS, ...options };
  const rng = createRng(seed);
  const classes = groupByClass(labels);
  const shares = proportionalShares(
    classes.map((members) => members.length),
    requireSize(size, labels.length),
  );
  const isKeptBack = new Uint8Array(labels.length);
  classes.forEach((members, label) => {
    const order = rng.split(label).permutation(members.length);
    for (const position of order.subarray(0, shares[label])) isKeptBack[members[position] as number] = 1;
  });
  return { train: positionsOf(isKeptBack, 0), validation: positionsOf(isKeptBack, 1) };
}

function requireSize(size: Required<ValidationSplitOptions>['size'], sampleCount: number): number {
  if (typeof size !== 'number') {
    if (size.fraction >= 0 && size.fraction <= 1) return Math.round(size.fraction * sampleCount);
    throw new RangeError(`size: expected a fraction in 0..1, got ${size.fraction}`);
  }
  if (Number.isInteger(size) && size >= 0 && size <= sampleCount) return size;
  throw new RangeError(
    `size: expected a whole number in 0..${sampleCount}, the number of samples, got ${size}`,
  );
}

function groupByClass(labels: Uint8Array): number[][] {
  const classes: number[][] = [];
  for (const [index, label] of labels.entries()) {
    while (classes.length <= label) classes.push([]);
    classes[label]?.push(index);
  }
  return classes;
}

function positionsOf(flags: Uint8Array, flag: 0 | 1): Uint32Array {
  const positions: number[] = [];
  for (const [position, other] of flags.entries()) if (other === flag) positions.push(position);
  return Uint32Array.from(positions);
}
