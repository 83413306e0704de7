import type { ImageDataset, NdArray, Split, TypedArray } from '@fashion-mnist/core';
import { DatasetFetchError } from '../errors.ts';
import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import { classLabels } from './class-labels.ts';
import { readStoredArray } from './read-stored-array.ts';
import { sliceSamples } from './slice-samples.ts';
import { transposeImages } from './transpose-images.ts';

/** The two files of a split as stored: unpacked, and verified by whoever got them. */
export interface StoredSplit {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

export interface AssembleOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * One split of a dataset from its stored files: pictures row by row, uint8, 0 is background, and labels that count
 * classes from 0.
 *
 * @param stored - Decompressed IDX files, or npz files. Borrowed; pictures that an IDX file stores row by row are a view
 *   of its bytes, nothing is copied.
 * @throws {DatasetFetchError} `E_SHAPE` - other images or labels than the definition says; `E_PAIR_COUNT` - not as many
 *   labels as images; `E_LABEL_RANGE` - a label stands for no class; `E_INTEGRITY`, `E_ARCHIVE` - a file is not of its
 *   format.
 * @throws {RangeError} when the dataset has no such split.
 * @throws the signal's reason, when aborted.
 */
export async function assembleSplit(
  definition: DatasetDefinition,
  split: Split,
  stored: StoredSplit,
  { signal }: AssembleOptions = {},
): Promise<ImageDataset> {
  signal?.throwIfAborted();
  const { name, classNames } = definition;
  const images = await readImages(fileOf(definition, split, 'images'), stored.images, signal);
  const labels = await readLabels(fileOf(definition, split, 'labels'), stored.labels, definition, signal);
  requirePair(`${name} ${split}`, images, labels);
  signal?.throwIfAborted();
  const isTransposed = definition.pixelOrder === 'column-major';
  return { name, split, images: isTransposed ? transposeImages(images) : images, labels, classNames };
}

function fileOf({ name, files }: DatasetDefinition, split: Split, content: FileIdentity['content']) {
  const found = files.find((file) => file.split === split && file.content === content);
  if (found === undefined) throw new RangeError(`${name} has no ${content} for the split ${split}`);
  return found;
}

async function readImages(
  file: FileIdentity,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<NdArray<Uint8Array>> {
  return ofSlice((await readStoredArray(file, bytes, signal)) as NdArray<Uint8Array>, file);
}

async function readLabels(
  file: FileIdentity,
  bytes: Uint8Array,
  { classNames, firstLabel = 0, labelColumn = 0 }: DatasetDefinition,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const labels = ofSlice(await readStoredArray(file, bytes, signal), file);
  return classLabels(labels, file.name, { classCount: classNames.length, firstLabel, labelColumn });
}

function ofSlice<T extends TypedArray>(array: NdArray<T>, { slice }: FileIdentity): NdArray<T> {
  return slice === undefined ? array : sliceSamples(array, slice);
}

function requirePair(what: string, { shape: [imageCount = 0] }: NdArray, { length }: Uint8Array): void {
  if (imageCount === length) return;
  throw new DatasetFetchError(
    'E_PAIR_COUNT',
    `${what}: expected ${imageCount} labels, one per image, got ${length}`,
  );
}
