import type { LabelledImages } from '../data/shuffled-images.ts';

/** Samples in the form that older JavaScript libraries want. */
export function numberRows({ data, shape: [count = 0, width = 0] }: LabelledImages['samples']): number[][] {
  return Array.from({ length: count }, (_, row) => Array.from(data.subarray(row * width, (row + 1) * width)));
}
