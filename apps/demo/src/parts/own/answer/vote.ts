/** What a model or neighbours say of a garment, class by class. */
export interface ClassShare {
  readonly label: number;
  /** `0..1` */
  readonly share: number;
}

/** The share of each class among labels. */
export function voteOf(labels: ArrayLike<number>, classCount: number): Float32Array {
  const shares = new Float32Array(classCount);
  for (const label of Array.from(labels)) shares[label] = (shares[label] ?? 0) + 1 / labels.length;
  return shares;
}

/** Most likely first; of equal shares the first class. */
export function rankClasses(shares: Float32Array): readonly ClassShare[] {
  return Array.from(shares, (share, label) => ({ label, share })).toSorted(
    (a, b) => b.share - a.share || a.label - b.label,
  );
}
