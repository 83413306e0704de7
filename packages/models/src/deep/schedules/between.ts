/** The number at a share of the way between two others, along half a cosine. */
export function cosineBetween(from: number, to: number, share: number): number {
  return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * share));
}

/** The number at a share of the straight way between two others. */
export function linearBetween(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
