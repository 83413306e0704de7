import { createHash } from 'node:crypto';
import type { NdArray, Split } from '@fashion-mnist/core';
import type { DatasetDefinition, FileIdentity } from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';

/** An IDX file to be, before it is gzipped. */
export interface IdxFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly shape: readonly number[];
}

export function idxFile(content: FileIdentity['content'], array: NdArray<Uint8Array>): IdxFile {
  return { name: `${content}-idx${array.shape.length}-ubyte`, bytes: encodeIdx(array), shape: array.shape };
}

export interface DatasetDocumentOptions {
  /** What the dataset is called, for people. */
  readonly title: string;
  readonly split: Split;
  readonly classNames: readonly string[];
}

/** A definition by which every command reads images and labels from the folder that it lies in. */
export function datasetDocument(
  images: IdxFile,
  labels: IdxFile,
  { title, split, classNames }: DatasetDocumentOptions,
): DatasetDefinition {
  const imagesHash = sha256(images);
  const identity = (content: FileIdentity['content'], { name, bytes, shape }: IdxFile, hash: string) =>
    ({ name, split, content, shape, byteLength: bytes.length, sha256: hash }) satisfies FileIdentity;
  const name = safeName(title);
  return {
    name,
    title,
    licence: 'unknown',
    citation: '',
    homepage: '',
    classNames,
    files: [identity('images', images, imagesHash), identity('labels', labels, sha256(labels))],
    sources: [{ kind: 'folder', path: '.' }],
    // Whoever converts anew into the same folder does not meet what the cache has of before.
    family: `${name}-${imagesHash.slice(0, 16)}-${sha256(labels).slice(0, 16)}`,
  };
}

function sha256({ bytes }: IdxFile): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of the name of a folder what can be the name of a file on every system. */
function safeName(title: string): string {
  const safe = title
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe)
    ? `photos-${safe}`.replace(/-$/, '')
    : safe;
}
