const MAGIC_BYTES = 4;
const DIMENSION_BYTES = 4;

/** Size of an IDX file: its header and its elements. */
export function idxByteLength(shape: readonly number[], elementBytes = 1): number {
  const elementCount = shape.reduce((product, size) => product * size, 1);
  return MAGIC_BYTES + DIMENSION_BYTES * shape.length + elementCount * elementBytes;
}
