import type { NdArray } from '@fashion-mnist/core';
import { requireVersion } from './model-document.ts';
import { modelFileError } from './model-file-error.ts';
import { bytesOf, decodeTensors, encodeTensors } from './tensor-file.ts';

/** Arrays and texts of one kind of file. */
export interface SealedTensors {
  /** What kind of file this is, for example `fashion-mnist-model`. */
  readonly format: string;
  readonly version: number;
  readonly tensors: ReadonlyMap<string, NdArray>;
  /** None is named `format`, `version` or `sha256`. */
  readonly texts: Readonly<Record<string, string>>;
}

const DIGEST = 'sha256';

/** A safetensors file with the texts and a digest of all as its metadata. */
export async function sealTensors(sealed: SealedTensors): Promise<Uint8Array<ArrayBuffer>> {
  const { format, version, tensors, texts } = sealed;
  const metadata = { format, version: String(version), ...texts };
  const digest = await digestOf(tensors, metadata);
  return encodeTensors({ tensors, metadata: { ...metadata, [DIGEST]: digest } });
}

/**
 * What a file of that format and version holds.
 *
 * @throws {ModelsError} `E_MODEL` - it is no such file, of another version, or not as it was written.
 */
export async function openTensors(
  file: Uint8Array,
  expected: Pick<SealedTensors, 'format' | 'version'>,
): Promise<SealedTensors> {
  const { tensors, metadata } = decodeTensors(file);
  const { [DIGEST]: digest, ...described } = metadata;
  const { format, version, ...texts } = described;
  if (format !== expected.format)
    throw modelFileError(
      `format: expected '${expected.format}', got ${format === undefined ? 'another safetensors file' : `'${format}'`}`,
    );
  requireVersion(Number(version), expected.version);
  const actual = await digestOf(tensors, described);
  if (digest !== actual)
    throw modelFileError(`expected SHA-256 ${digest}, got ${actual} (damaged or changed)`);
  return { ...expected, tensors, texts };
}

/** SHA-256 over the SHA-256 of each array in the order of the names, and of all texts. */
async function digestOf(
  tensors: ReadonlyMap<string, NdArray>,
  metadata: Readonly<Record<string, string>>,
): Promise<string> {
  const names = [...tensors.keys()].toSorted();
  const digests = await Promise.all(names.map((name) => sha256(bytesOf(tensors.get(name)!.data))));
  const shapes = names.map((name, i) => [name, tensors.get(name)!.shape, digests[i]]);
  const texts = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(new TextEncoder().encode(JSON.stringify([shapes, texts])));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
