import type { FileIdentity } from '../dataset-definition.ts';
import { idxByteLength } from '../idx-byte-length.ts';
import { type Check, listOf, optional, record } from './check.ts';
import { archive, byteCount, packing, sha256Digest } from './check-digests.ts';
import { fileName } from './check-name.ts';
import { oneOf, wholeNumber } from './check-value.ts';
import { definitionError } from './definition-error.ts';

const LARGEST_SIZE = 2 ** 31 - 1;
/** What one typed array can hold on every platform that we run on. */
const MOST_ELEMENTS = 2 ** 31;
const ELEMENT_BYTES = { images: [1], labels: [1, 2, 4, 8] };

const fields: Check<FileIdentity> = record<FileIdentity>({
  name: fileName,
  split: oneOf('train', 'test'),
  content: oneOf('images', 'labels'),
  format: optional(oneOf('idx', 'npz')),
  sha256: optional(sha256Digest),
  byteLength: optional(byteCount),
  shape: listOf(wholeNumber(1, LARGEST_SIZE), { min: 1, max: 3 }),
  packings: optional(listOf(packing, { min: 1, max: 16 })),
  archive: optional(archive),
  slice: optional(record({ start: wholeNumber(0, LARGEST_SIZE), end: wholeNumber(1, LARGEST_SIZE) })),
});

/** A file of a dataset. */
export const file: Check<FileIdentity> = (value, path) => {
  const checked = fields(value, path);
  requireShape(checked, path);
  requireByteLength(checked, path);
  requireSlice(checked, path);
  if ([checked.sha256, checked.packings, checked.archive].some((proof) => proof !== undefined))
    return checked;
  throw definitionError(path, 'a sha256, packings or an archive, to verify the file by', 'none of them');
};

function requireShape({ content, shape }: FileIdentity, path: string): void {
  const got = `[${shape.join(', ')}]`;
  if (content === 'images' && shape.length !== 3) {
    throw definitionError(`${path}.shape`, '[imageCount, height, width]', got);
  }
  if (content === 'labels' && shape.length === 3) {
    throw definitionError(`${path}.shape`, '[labelCount] or [labelCount, columnCount]', got);
  }
  if (elementCount(shape) > MOST_ELEMENTS) {
    throw definitionError(`${path}.shape`, `sizes whose product is at most ${MOST_ELEMENTS}`, got);
  }
}

/** An npz file may be compressed, so that its size says nothing. */
function requireByteLength({ content, format, shape, byteLength }: FileIdentity, path: string): void {
  if (byteLength === undefined || format === 'npz') return;
  const possible = ELEMENT_BYTES[content].map((elementBytes) => idxByteLength(shape, elementBytes));
  if (possible.includes(byteLength)) return;
  const expected = `${possible.join(' or ')} bytes for an IDX file of shape [${shape.join(', ')}]`;
  throw definitionError(`${path}.byteLength`, expected, String(byteLength));
}

function requireSlice({ shape, slice }: FileIdentity, path: string): void {
  if (slice === undefined) return;
  const [count = 0] = shape;
  if (slice.start < slice.end && slice.end <= count) return;
  throw definitionError(`${path}.slice`, `a part of 0 to ${count}`, `${slice.start} to ${slice.end}`);
}

function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
