import type { NdArray } from '@fashion-mnist/core';
import type { MapDocument } from './map-document.ts';

/** The points of a map, shape `[pointCount, 2]`. */
export function mapPoints({ sampleIndices, coordinates }: MapDocument): NdArray<Float32Array> {
  return { data: Float32Array.from(coordinates), shape: [sampleIndices.length, 2] };
}
