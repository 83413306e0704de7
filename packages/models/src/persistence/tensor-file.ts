import { elementCount, type NdArray, type TypedArray } from '@fashion-mnist/core';
import { type ArrayKind, arrayOfBytes, kindOfArray, kindOfDtype } from './array-types.ts';
import { modelFileError } from './model-file-error.ts';
import { repeatedName } from './repeated-name.ts';

/** Named arrays and short texts, as the safetensors format keeps them. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, NdArray>;
  readonly metadata: Readonly<Record<string, string>>;
}

const LENGTH_BYTES = 8;
const ALIGNMENT = 8;
const MOST_HEADER_BYTES = 64 * 2 ** 20;
const METADATA = '__metadata__';

/**
 * The bytes of a safetensors file.
 *
 * @remarks The arrays with the widest elements come first, so that each begins at a multiple of its width without gaps.
 * @see https://github.com/huggingface/safetensors#format
 */
export function encodeTensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  const ordered = [...tensors].map(([name, array]) => ({ name, array, kind: kindOfArray(array.data) }));
  ordered.sort((a, b) => b.kind.elementBytes - a.kind.elementBytes || (a.name < b.name ? -1 : 1));
  const header: [string, object][] = [[METADATA, metadata]];
  let end = 0;
  for (const { name, array, kind } of ordered) {
    const begin = end;
    end += array.data.byteLength;
    header.push([name, { dtype: kind.dtype, shape: array.shape, data_offsets: [begin, end] }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const headerBytes = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(LENGTH_BYTES + headerBytes + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerBytes), true);
  file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerBytes);
  file.set(json, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes;
  for (const { array } of ordered) {
    file.set(bytesOf(array.data), at);
    at += array.data.byteLength;
  }
  return file;
}

/**
 * What a safetensors file holds; its arrays are copies.
 *
 * @throws {ModelsError} `E_MODEL` - it is cut short, or no such file.
 */
export function decodeTensors(file: Uint8Array): TensorFile {
  const { header, dataStart } = readHeader(file);
  const data = file.subarray(dataStart);
  const { [METADATA]: metadata = {}, ...named } = header;
  const entries = Object.entries(named).map(([name, entry]) => readEntry(name, entry, data.length));
  requireNoGaps(entries, data.length);
  return {
    tensors: new Map(entries.map((entry) => readTensor(entry, data))),
    metadata: readMetadata(metadata),
  };
}

export function bytesOf({ buffer, byteOffset, byteLength }: TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function readHeader(file: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
  if (file.length < LENGTH_BYTES) throw modelFileError(`expected at least 8 bytes, got ${file.length}`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes > MOST_HEADER_BYTES || headerBytes > file.length - LENGTH_BYTES)
    throw modelFileError(
      `expected a header of at most ${file.length - LENGTH_BYTES} bytes, got ${headerBytes}`,
    );
  const dataStart = LENGTH_BYTES + headerBytes;
  const { text, header } = parseHeader(file.subarray(LENGTH_BYTES, dataStart));
  if (!isRecord(header)) throw modelFileError('expected a header that is a JSON object');
  const repeated = repeatedName(text);
  if (repeated !== undefined) throw modelFileError(`${repeated}: expected once in the header, got it twice`);
  return { header, dataStart };
}

function parseHeader(bytes: Uint8Array): { readonly text: string; readonly header: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, header: JSON.parse(text) };
  } catch (cause) {
    throw modelFileError('expected a header of JSON', { cause });
  }
}

interface CheckedEntry {
  readonly name: string;
  readonly kind: ArrayKind;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

function readEntry(name: string, entry: unknown, dataBytes: number): CheckedEntry {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  const kind = kindOfDtype(dtype);
  if (kind === undefined)
    throw modelFileError(`${name}: expected a known type of numbers, got ${shown(dtype)}`);
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2)
    throw modelFileError(`${name}: expected a shape and two offsets`);
  const [begin = 0, end = 0] = offsets;
  const span = elementCount(shape) * kind.elementBytes;
  if (end > dataBytes || end - begin !== span)
    throw modelFileError(`${name}: expected ${span} bytes within ${dataBytes}, got ${begin}..${end}`);
  return { name, kind, shape, begin, end };
}

/** Bytes that no array names, or two, would be read in one way here and in another elsewhere. */
function requireNoGaps(entries: readonly CheckedEntry[], dataBytes: number): void {
  let reached = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== reached)
      throw modelFileError(`${name}: expected bytes from ${reached} on, without gaps, got ${begin}..${end}`);
    reached = end;
  }
  if (reached !== dataBytes)
    throw modelFileError(`expected ${reached} bytes of arrays, got ${dataBytes} (file cut short?)`);
}

function readTensor({ name, kind, shape, begin, end }: CheckedEntry, data: Uint8Array): [string, NdArray] {
  return [name, { data: arrayOfBytes(kind, data.subarray(begin, end)), shape: [...shape] }];
}

function readMetadata(entry: unknown): Record<string, string> {
  if (!isRecord(entry) || !Object.values(entry).every((value) => typeof value === 'string'))
    throw modelFileError('__metadata__: expected texts');
  return entry as Record<string, string>;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && (item as number) >= 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value.slice(0, 20)}'` : typeof value;
}
