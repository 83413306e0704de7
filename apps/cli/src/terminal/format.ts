/** `60000` as `60,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Seconds since a moment of `performance.now()`, to one decimal. */
export function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
