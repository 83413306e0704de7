/** The figures of a contender over all rounds. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws {RangeError} when there are no samples. */
export function summarize(samples: readonly number[]): Summary {
  const ascending = samples.toSorted((a, b) => a - b);
  const [min, max] = [ascending.at(0), ascending.at(-1)];
  if (min === undefined || max === undefined) throw new RangeError('expected at least one sample');
  return { median: medianOf(ascending), min, max };
}

function medianOf(ascending: readonly number[]): number {
  const half = ascending.length / 2;
  const below = ascending[Math.ceil(half) - 1] ?? Number.NaN;
  const above = ascending[Math.floor(half)] ?? Number.NaN;
  return (below + above) / 2;
}
