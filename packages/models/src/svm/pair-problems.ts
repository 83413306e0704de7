import type { EncodedLabels } from '../samples/encode-labels.ts';

/** Samples of one class, as a stretch of a list. */
export interface Stretch {
  readonly start: number;
  readonly count: number;
}

/** Two classes to be told apart. */
export interface PairProblem {
  readonly first: Stretch;
  readonly second: Stretch;
}

/** Problems on one list of samples. */
export interface PairProblems {
  /** Which samples. */
  readonly members: Int32Array;
  /** The greatest dual variable of each. */
  readonly boxes: Float64Array;
  readonly pairs: readonly PairProblem[];
}

/** Two classes, by their codes. */
export type ClassPair = readonly [first: number, second: number];

/** `(0, 1), (0, 2), .., (1, 2), ..` */
export function classPairs(classCount: number): ClassPair[] {
  const pairs: ClassPair[] = [];
  for (let first = 0; first < classCount; first++) {
    for (let second = first + 1; second < classCount; second++) pairs.push([first, second]);
  }
  return pairs;
}

/** Samples of each class, in their order; those that count nothing are left out. */
export function membersOfClasses(
  { classes, codes }: EncodedLabels,
  weights: Float64Array | undefined,
): Int32Array[] {
  const members: number[][] = Array.from(classes, () => []);
  codes.forEach((code, sample) => {
    if (weights?.[sample] !== 0) members[code]!.push(sample);
  });
  return members.map((list) => Int32Array.from(list));
}

/** One problem for each pair of classes, in the order of `classPairs`. */
export function pairProblems(
  ofClasses: readonly Int32Array[],
  boxOf: (sample: number) => number,
): PairProblems {
  const { members, stretches } = joined(ofClasses);
  return {
    members,
    boxes: Float64Array.from(members, boxOf),
    pairs: classPairs(ofClasses.length).map(([a, b]) => ({ first: stretches[a]!, second: stretches[b]! })),
  };
}

/** Lists one behind the other, and where each lies. */
export function joined(lists: readonly Int32Array[]): { members: Int32Array; stretches: Stretch[] } {
  const members = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  const stretches = lists.map((list) => {
    const stretch = { start, count: list.length };
    members.set(list, start);
    start += list.length;
    return stretch;
  });
  return { members, stretches };
}

/** Pairs that take long first: large ones, and those whose classes are close to each other. */
export function longestFirst(pairs: readonly PairProblem[], distance: (pair: number) => number): Int32Array {
  const effort = pairs.map(
    ({ first, second }, pair) => (first.count + second.count) ** 2 / Math.max(distance(pair), 1e-9),
  );
  return Int32Array.from(pairs.keys()).toSorted((a, b) => effort[b]! - effort[a]! || a - b);
}
