/** Of the normal distribution, for 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's interval of a share at 95 %, without continuity correction.
 *
 * @param correct - `0..count`.
 * @param count - At least 1.
 * @see Wilson 1927; Newcombe 1998, "Two-sided confidence intervals for the single proportion", method 3
 */
export function wilsonInterval(correct: number, count: number): readonly [low: number, high: number] {
  const share = correct / count;
  const center = share + Z ** 2 / (2 * count);
  const halfWidth = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const scale = 1 + Z ** 2 / count;
  return [Math.max(0, (center - halfWidth) / scale), Math.min(1, (center + halfWidth) / scale)];
}
