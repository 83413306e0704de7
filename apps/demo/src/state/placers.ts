import type { NdArray } from '@fashion-mnist/core';
import { signal } from '@preact/signals';

/**
 * Places images that are not in the dataset on a map.
 *
 * @param images - Shape `[count, 28, 28]`.
 * @returns `x0, y0, ...` in the unit of the map's layout.
 */
export type PlaceImages = (images: NdArray<Uint8Array>) => Promise<Float32Array>;

const known = signal<ReadonlyMap<string, PlaceImages>>(new Map());

/** How to place images on a map that was computed in this page; undefined for others. */
export function placerOf(dataset: string, layoutId: string): PlaceImages | undefined {
  return known.value.get(`${dataset}/${layoutId}`);
}

/** Lets other parts place images on a map that was computed here; `undefined` when it cannot be asked any more. */
export function setPlacer(dataset: string, layoutId: string, placer: PlaceImages | undefined): void {
  const next = new Map(known.value);
  if (placer === undefined) next.delete(`${dataset}/${layoutId}`);
  else next.set(`${dataset}/${layoutId}`, placer);
  known.value = next;
}
