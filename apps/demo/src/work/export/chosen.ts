import type { NdArray } from '@fashion-mnist/core';
import type { ExportSource } from './export-source.ts';

/** The labels of the images that are meant. */
export function chosenLabels({ ids, labels }: ExportSource): Uint8Array {
  return Uint8Array.from(ids, (id) => labels[id] ?? 0);
}

/** Their places, shape `[count, 2]`. */
export function chosenPlaces({ ids, positions }: ExportSource): NdArray<Float32Array> {
  const data = new Float32Array(2 * ids.length);
  ids.forEach((id, row) => data.set(positions.subarray(2 * id, 2 * id + 2), 2 * row));
  return { data, shape: [ids.length, 2] };
}

/** Their pictures, shape `[count, height, width]`. */
export function chosenImages({ ids, images }: ExportSource): NdArray<Uint8Array> {
  if (images === undefined) throw new RangeError('Expected pictures, got none.');
  const [, height = 0, width = 0] = images.shape;
  const size = height * width;
  const data = new Uint8Array(ids.length * size);
  ids.forEach((id, row) => data.set(images.data.subarray(id * size, (id + 1) * size), row * size));
  return { data, shape: [ids.length, height, width] };
}

/** The images that have a place on the map. */
export function onMap(source: ExportSource): ExportSource {
  return { ...source, ids: source.ids.filter((id) => Number.isFinite(source.positions[2 * id])) };
}
