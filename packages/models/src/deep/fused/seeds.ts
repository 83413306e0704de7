/**
 * A hash of 32 bits in which every bit of the input counts: `lowbias32`.
 *
 * @see Wellons 2018, "Prospecting for hash functions", https://nullprogram.com/blog/2018/07/31/
 */
export function hash32(x: number): number {
  let bits = x ^ (x >>> 16);
  bits = Math.imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The seed of part `index` of what has a seed: an unsigned 32-bit integer. */
export function mixSeeds(seed: number, index: number): number {
  return hash32(seed ^ hash32(index + 1));
}
