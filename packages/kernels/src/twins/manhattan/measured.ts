import type { Heap } from '../../compute/heap.ts';

export const WEIGHTED = 1;
export const FLOATS = 2;

const PARTIAL_SUMS = 8;

/** How far two samples are apart, by their rows. */
export type Measure = (query: number, reference: number) => number;

/** Two arrays of samples of one kind. */
export interface SamplePair {
  readonly queries: number;
  readonly references: number;
  readonly kind: number;
  readonly featureCount: number;
}

/** A sum over all features, in eight partial sums of which the pairs four apart are added first. */
export function sumOfTerms(
  heap: Heap,
  { queries, references, kind, featureCount }: SamplePair,
  term: (difference: number, feature: number) => number,
): Measure {
  const values = kind === FLOATS ? heap.f32 : heap.u8;
  const startOf = (pointer: number, row: number) =>
    (kind === FLOATS ? pointer / 4 : pointer) + row * featureCount;
  const whole = featureCount - (featureCount % PARTIAL_SUMS);
  const sums = new Float64Array(PARTIAL_SUMS);
  return (query, reference) => {
    const [a, b] = [startOf(queries, query), startOf(references, reference)];
    sums.fill(0);
    for (let i = 0; i < whole; i++) sums[i % PARTIAL_SUMS]! += term(values[a + i]! - values[b + i]!, i);
    const ofLane = (lane: number) => sums[lane]! + sums[lane + 2]! + (sums[lane + 4]! + sums[lane + 6]!);
    let sum = ofLane(0) + ofLane(1);
    for (let i = whole; i < featureCount; i++) sum += term(values[a + i]! - values[b + i]!, i);
    return sum;
  };
}

/** One of the references, and how far it is from a query. */
export interface Candidate {
  readonly name: number;
  readonly distance: number;
}

/** Measures everything: the definition. @param names - Of the references, which order equal distances. */
export function nearest(
  names: ArrayLike<number>,
  count: number,
  distanceOf: (reference: number) => number,
): Candidate[] {
  return Array.from(names, (name, reference) => ({ name, distance: distanceOf(reference) }))
    .toSorted((a, b) => a.distance - b.distance || a.name - b.name)
    .slice(0, count);
}
