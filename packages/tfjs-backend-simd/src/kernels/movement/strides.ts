/** How many elements apart neighbours are along each dimension. */
export function stridesOf(shape: readonly number[]): readonly number[] {
  const strides: number[] = [];
  let stride = 1;
  for (const length of shape.toReversed()) {
    strides.unshift(stride);
    stride *= length;
  }
  return strides;
}
