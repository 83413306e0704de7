/** How many of some images have each label. */
export function classCounts(ids: Uint32Array, labels: Uint8Array, classCount: number): Uint32Array {
  const counts = new Uint32Array(classCount);
  for (const id of ids) {
    const label = labels[id] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}
