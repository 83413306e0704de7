/** Bits of a point's flags. */
export const HIDDEN = 1;
export const DIMMED = 2;
export const SELECTED = 4;
export const MARKED = 8;
/** Not of the dataset. */
export const GUEST = 16;

/** What decides how a point is shown. */
export interface PointFilter {
  readonly labels: Uint8Array;
  /** Points with NaN are nowhere. */
  readonly positions: Float32Array;
  readonly visibleClasses: readonly boolean[];
  readonly mask: Uint8Array | undefined;
  readonly emphasis: { readonly label: number } | { readonly ids: Uint32Array } | undefined;
  readonly selection: Uint32Array;
  readonly marks: Uint32Array;
}

export interface PointFlags {
  readonly flags: Uint8Array;
  readonly visibleCount: number;
}

export function computeFlags(filter: PointFilter): PointFlags {
  const { labels, positions, visibleClasses, mask, emphasis } = filter;
  const flags = new Uint8Array(labels.length);
  const dimmedUnless = emphasis !== undefined && 'label' in emphasis ? emphasis.label : undefined;
  if (emphasis !== undefined) flags.fill(DIMMED);
  if (emphasis !== undefined && 'ids' in emphasis) for (const id of emphasis.ids) flags[id] = 0;
  for (const id of filter.selection) flags[id] = (flags[id] as number) | SELECTED;
  for (const id of filter.marks) flags[id] = (flags[id] as number) | MARKED;

  let visibleCount = 0;
  for (let point = 0; point < labels.length; point++) {
    const label = labels[point] as number;
    const isVisible =
      visibleClasses[label] === true &&
      (mask === undefined || mask[point] !== 0) &&
      !Number.isNaN(positions[2 * point]);
    if (!isVisible) flags[point] = HIDDEN;
    else {
      visibleCount++;
      if (label === dimmedUnless) flags[point] = (flags[point] as number) & ~DIMMED;
    }
  }
  return { flags, visibleCount };
}
