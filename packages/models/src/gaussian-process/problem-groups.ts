/** Choices between two sides, by the same samples. */
export interface ProblemGroup {
  /** Positions of the samples that take part. */
  readonly rows: Int32Array;
  /** For each choice: 1 for samples of the second side, else 0. */
  readonly targets: readonly Float64Array[];
}

/**
 * The binary problems that a choice among classes is made of: one for two classes; else one for each class against the
 * rest, or one for each of `pairsOf`. The higher class, or the one against the rest, is the second side.
 */
export function problemGroups(
  codes: Int32Array,
  classCount: number,
  multiClass: 'oneVsRest' | 'oneVsOne',
): ProblemGroup[] {
  if (classCount === 2) return [group(codes, () => true, [1])];
  const all = Array.from({ length: classCount }, (_, code) => code);
  return multiClass === 'oneVsRest'
    ? [group(codes, () => true, all)]
    : pairsOf(classCount).map(([first, second]) =>
        group(codes, (code) => code === first || code === second, [second]),
      );
}

/** `(0, 1), (0, 2), ..., (1, 2), ...` */
export function pairsOf(classCount: number): [first: number, second: number][] {
  return Array.from({ length: classCount }, (_, first) =>
    Array.from({ length: classCount - first - 1 }, (__, i): [number, number] => [first, first + 1 + i]),
  ).flat();
}

function group(
  codes: Int32Array,
  takesPart: (code: number) => boolean,
  seconds: readonly number[],
): ProblemGroup {
  const rows = Int32Array.from(codes.keys()).filter((row) => takesPart(codes[row]!));
  const targets = seconds.map((second) => Float64Array.from(rows, (row) => (codes[row] === second ? 1 : 0)));
  return { rows, targets };
}

export function problemCount(groups: readonly ProblemGroup[]): number {
  return groups.reduce((sum, { targets }) => sum + targets.length, 0);
}

/** Samples of the group that has most. */
export function largestSize(groups: readonly ProblemGroup[]): number {
  return groups.reduce((most, { rows }) => Math.max(most, rows.length), 0);
}
