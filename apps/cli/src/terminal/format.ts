/** `60000` as `60,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 photo`, `2 photos`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Seconds since a moment of `performance.now()`, to one decimal. */
export function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

const LONGEST_MESSAGE = 4000;

/** A message of bounded length: what the user typed may be in it, and may be long. */
export function shorten(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const half = LONGEST_MESSAGE / 2;
  const left = formatCount(message.length - LONGEST_MESSAGE);
  return `${message.slice(0, half)}… (${left} characters) …${message.slice(-half)}`;
}
