/** A copy of the chosen labels. There is a label of every index. */
export function takeLabels(labels: Uint8Array, indices: Uint32Array): Uint8Array {
  const taken = new Uint8Array(indices.length);
  for (let position = 0; position < indices.length; position++) {
    taken[position] = labels[indices[position] as number] as number;
  }
  return taken;
}
