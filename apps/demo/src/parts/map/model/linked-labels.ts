/** A label belongs to a selection when it makes up this share of it: strays do not count. */
const LEAST_SHARE = 0.1;

/**
 * All images that share a label with a selection on the other map, where labels mean something else but colours are the
 * same.
 *
 * @returns Ascending ids; undefined where nothing is selected.
 */
export function linkedImages(
  selection: Uint32Array,
  selectedLabels: Uint8Array,
  labels: Uint8Array,
): Uint32Array | undefined {
  if (selection.length === 0) return undefined;
  const counts = new Map<number, number>();
  for (const id of selection) {
    const label = selectedLabels[id] ?? -1;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isLinked = (label: number) => (counts.get(label) ?? 0) >= LEAST_SHARE * selection.length;
  const ids: number[] = [];
  labels.forEach((label, id) => {
    if (isLinked(label)) ids.push(id);
  });
  return Uint32Array.from(ids);
}
