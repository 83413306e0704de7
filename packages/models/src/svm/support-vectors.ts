import type { PairProblems } from './pair-problems.ts';
import { classPairs } from './pair-problems.ts';
import type { PairSolution } from './solve-pairs.ts';

/** The samples that decide, class after class, and with what weight. */
export interface SupportVectors {
  /** Which samples. */
  readonly samples: Int32Array;
  /** How many of each class. */
  readonly counts: Int32Array;
  /** Shape `[classCount - 1, samples.length]`: against each other class, ascending. */
  readonly coefficients: Float64Array;
}

/** The union of the support vectors of all pairs. */
export function supportVectors(
  { members, pairs }: PairProblems,
  solutions: readonly PairSolution[],
  classCount: number,
): SupportVectors {
  const opponents = classPairs(classCount);
  const dense = new Float64Array((classCount - 1) * members.length);
  const isSupport = new Uint8Array(members.length);
  const enter = (row: number, member: number, dual: number) => {
    dense[row * members.length + member] = dual;
    if (dual !== 0) isSupport[member] = 1;
  };
  pairs.forEach(({ first, second }, pair) => {
    const [a, b] = opponents[pair]!;
    const { duals } = solutions[pair]!;
    for (let i = 0; i < first.count; i++) enter(b - 1, first.start + i, duals[i]!);
    for (let i = 0; i < second.count; i++) enter(a, second.start + i, duals[first.count + i]!);
  });
  const places = Int32Array.from(members.keys()).filter((member) => isSupport[member] === 1);
  const stretches = pairs.slice(0, classCount - 1).map(({ second }) => second);
  const inClass = [pairs[0]!.first, ...stretches].map(
    ({ start, count }) => places.filter((place) => place >= start && place < start + count).length,
  );
  const rows = Array.from({ length: classCount - 1 }, (_, row) => row * members.length);
  return {
    samples: places.map((place) => members[place]!),
    counts: Int32Array.from(inClass),
    coefficients: Float64Array.from(
      rows.flatMap((row) => Array.from(places, (place) => dense[row + place]!)),
    ),
  };
}
