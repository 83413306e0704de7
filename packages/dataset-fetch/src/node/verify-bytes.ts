import { gunzip, IdxFormatError, isGzip, parseIdx } from '@fashion-mnist/idx-format';
import { DatasetFetchError } from '../errors.ts';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { findFileByHash } from '../registry/registry.ts';
import { sha256 } from './sha256.ts';

/**
 * The decompressed bytes of a file that came from anywhere, gzipped or plain, if they are the file's.
 *
 * @throws {DatasetFetchError} `E_INTEGRITY` - they are not; the message says what they are.
 */
export async function verifyBytes(bytes: Uint8Array, file: FileIdentity): Promise<Uint8Array> {
  const raw = isGzip(bytes) ? await unpack(bytes, file) : bytes;
  const hash = sha256(raw);
  if (hash === file.sha256) return raw;
  throw integrityError(file, describeContent(raw, hash));
}

async function unpack(bytes: Uint8Array, file: FileIdentity): Promise<Uint8Array> {
  try {
    return await gunzip(bytes, { maxOutputBytes: file.byteLength });
  } catch (error) {
    if (!(error instanceof IdxFormatError)) throw error;
    throw integrityError(file, `a gzip file that cannot be used: ${error.message}`, error);
  }
}

function integrityError(file: FileIdentity, got: string, cause?: Error): DatasetFetchError {
  const expected = `expected ${file.name} (sha256 ${file.sha256.slice(0, 12)}…)`;
  return new DatasetFetchError('E_INTEGRITY', `${expected}, got ${got}`, { cause });
}

function describeContent(raw: Uint8Array, hash: string): string {
  const known = findFileByHash(hash);
  if (known !== undefined) return `${known.file.name} of ${known.dataset.title}`;
  const fingerprint = `${raw.length} bytes with sha256 ${hash.slice(0, 12)}…`;
  try {
    const { shape } = parseIdx(raw);
    return `an unknown IDX file of shape ${shape.join(' x ')}, ${fingerprint}`;
  } catch (error) {
    return error instanceof IdxFormatError ? `${fingerprint}: ${error.message}` : fingerprint;
  }
}
