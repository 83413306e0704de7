const { fround } = Math;

/** The fuzzy union of two memberships, in float32. */
export function fuzzyUnion(a: number, b: number): number {
  return fround(fround(a + b) - fround(a * b));
}
