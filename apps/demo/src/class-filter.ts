/** `filter[label]` tells whether a class is shown. Immutable. */
export type ClassFilter = readonly boolean[];

export function showEveryClass(classCount: number): ClassFilter {
  return new Array<boolean>(classCount).fill(true);
}

export function toggleClass(filter: ClassFilter, label: number): ClassFilter {
  return filter.with(label, !filter[label]);
}

/** Hides every class when all are shown, shows every class otherwise. */
export function toggleEveryClass(filter: ClassFilter): ClassFilter {
  return new Array<boolean>(filter.length).fill(!filter.every(Boolean));
}

/** Number of points of each class. */
export function countByClass(labels: Uint8Array, classCount: number): readonly number[] {
  const counts = new Array<number>(classCount).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** Number of points whose class is shown. */
export function visibleCount(counts: readonly number[], filter: ClassFilter): number {
  return counts.reduce((sum, count, label) => (filter[label] ? sum + count : sum), 0);
}
