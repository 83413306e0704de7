/** How many elements an array of a shape has; beyond 2^53 roughly, and Infinity at the end. One 0 makes it 0. */
export function elementCountOf(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
}

/** The sizes as the other byte order would have them. */
export function swappedSizes(shape: readonly number[]): readonly number[] {
  const view = new DataView(new ArrayBuffer(4));
  return shape.map((size) => {
    view.setUint32(0, size);
    return view.getUint32(0, true);
  });
}
