/** A picture's size. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Marks the pixels that can be reached from some of them, from neighbour to neighbour at the sides.
 *
 * @param isOpen - Which pixels can be entered.
 * @param reached - 1 for pixels that were reached, written to; pixels that are 1 before are not entered.
 * @returns How many were reached anew.
 */
export function reach(
  { width, height }: Size,
  starts: readonly number[],
  isOpen: (pixel: number) => boolean,
  reached: Uint8Array,
): number {
  const pending: number[] = [];
  const enter = (pixel: number) => {
    if (reached[pixel] === 1 || !isOpen(pixel)) return;
    reached[pixel] = 1;
    pending.push(pixel);
  };
  starts.forEach(enter);
  let count = 0;
  for (let pixel = pending.pop(); pixel !== undefined; pixel = pending.pop()) {
    count++;
    const x = pixel % width;
    if (x > 0) enter(pixel - 1);
    if (x < width - 1) enter(pixel + 1);
    if (pixel >= width) enter(pixel - width);
    if (pixel < width * (height - 1)) enter(pixel + width);
  }
  return count;
}

/** The pixels of a mask that belong to a part of at least a share of the largest part. */
export function largeParts(size: Size, mask: Uint8Array, leastShare: number): Uint8Array {
  const seen = new Uint8Array(mask.length);
  const parts: { readonly start: number; readonly count: number }[] = [];
  for (let start = 0; start < mask.length; start++) {
    const count = reach(size, [start], (pixel) => mask[pixel] === 1, seen);
    if (count > 0) parts.push({ start, count });
  }
  const least = leastShare * Math.max(0, ...parts.map(({ count }) => count));
  const kept = new Uint8Array(mask.length);
  for (const { start, count } of parts)
    if (count >= least) reach(size, [start], (pixel) => mask[pixel] === 1, kept);
  return kept;
}
