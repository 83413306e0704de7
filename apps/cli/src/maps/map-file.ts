import type { MapDocument } from './map-document.ts';

const NEWLINE = 0x0a;
const BYTES_PER_NUMBER = 4;

/**
 * A map of the first images of a split in few bytes: a line of JSON, then the coordinates as float32, little endian.
 */
export function encodeMapFile({
  coordinates,
  sampleIndices: _indices,
  ...description
}: MapDocument): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(description)}\n`);
  const bytes = new Uint8Array(line.length + BYTES_PER_NUMBER * coordinates.length);
  bytes.set(line);
  const view = new DataView(bytes.buffer, line.length);
  coordinates.forEach((value, i) => view.setFloat32(BYTES_PER_NUMBER * i, value, true));
  return bytes;
}

/**
 * Undoes `encodeMapFile`.
 *
 * @throws {SyntaxError} when that is no map.
 */
export function decodeMapFile(bytes: Uint8Array): MapDocument {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) throw new SyntaxError('expected a line of JSON');
  const description: Omit<MapDocument, 'coordinates' | 'sampleIndices'> = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1, bytes.byteLength - end - 1);
  const pointCount = Math.floor(view.byteLength / BYTES_PER_NUMBER / 2);
  return {
    ...description,
    sampleIndices: Array.from({ length: pointCount }, (_, index) => index),
    coordinates: Array.from({ length: 2 * pointCount }, (_, i) =>
      view.getFloat32(BYTES_PER_NUMBER * i, true),
    ),
  };
}
