import type { NdArray } from '@fashion-mnist/core';
import { IdxFormatError, parseIdx } from '@fashion-mnist/idx-format';
import { DatasetFetchError } from '../errors.ts';
import { readNpz } from '../formats/read-npz.ts';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { elementTypeName } from './element-type-name.ts';

/** More than the header of an npy file. */
const NPY_HEADER_BYTES = 2 ** 14;
const WIDEST_ELEMENT_BYTES = 8;

/**
 * The array that a file holds, of the shape that its definition gives: images in uint8, labels in whole numbers.
 * One-byte elements of an IDX file are a view of its bytes.
 *
 * @throws {DatasetFetchError} `E_INTEGRITY` - not an IDX file; `E_ARCHIVE` - not an npz file; `E_SHAPE` - other images
 *   or labels than the definition says.
 */
export async function readStoredArray(
  file: FileIdentity,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<NdArray> {
  const array = file.format === 'npz' ? await readNpzFile(file, bytes, signal) : readIdxFile(file, bytes);
  const type = elementTypeName(array.data);
  const isOfType = file.content === 'images' ? type === 'uint8' : !type.startsWith('float');
  const expected = `[${file.shape.join(', ')}]`;
  const got = `[${array.shape.join(', ')}]`;
  if (isOfType && expected === got) return array;
  const expectedType = file.content === 'images' ? 'uint8' : 'whole numbers';
  throw new DatasetFetchError(
    'E_SHAPE',
    `${file.name}: expected ${expectedType} ${expected}, got ${type} ${got}`,
  );
}

function readNpzFile(
  { shape }: FileIdentity,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<NdArray> {
  const elementCount = shape.reduce((product, size) => product * size, 1);
  return readNpz(bytes, 'arr_0', {
    maxBytes: NPY_HEADER_BYTES + WIDEST_ELEMENT_BYTES * elementCount,
    signal,
  });
}

function readIdxFile({ name }: FileIdentity, bytes: Uint8Array): NdArray {
  try {
    return parseIdx(bytes);
  } catch (cause) {
    if (!(cause instanceof IdxFormatError)) throw cause;
    throw new DatasetFetchError('E_INTEGRITY', `${name}: ${cause.message}`, { cause });
  }
}
