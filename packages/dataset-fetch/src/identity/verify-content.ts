import { gunzip, IdxFormatError, isGzip } from '@fashion-mnist/idx-format';
import { DatasetFetchError } from '../errors.ts';
import type { Digests, FileIdentity } from '../registry/dataset-definition.ts';
import { findPackingByHash } from '../registry/registry.ts';
import { describeContent } from './describe-content.ts';

/** Computes a lower-case hexadecimal digest, by the platform's own means. */
export type Digest = (algorithm: 'sha256' | 'md5', bytes: Uint8Array) => string | Promise<string>;

/** The content of a file, identified. */
export interface VerifiedContent {
  /** Decompressed. */
  readonly raw: Uint8Array;
  /** Of the decompressed bytes. */
  readonly sha256: string;
  /** Whose gzip wrapping it came in; undefined when it came plain. */
  readonly wrapping: string | undefined;
}

/**
 * The decompressed bytes of a file that came from anywhere, gzipped or plain, if they are the file's: by the SHA-256
 * of the decompressed bytes, or, where nobody has published it, by a digest of the bytes as published.
 *
 * @throws {DatasetFetchError} `E_INTEGRITY` - they are not; the message says what they are.
 */
export async function verifyContent(
  bytes: Uint8Array,
  file: FileIdentity,
  digest: Digest,
): Promise<VerifiedContent> {
  if (file.sha256 === undefined) await requireKnownPacking(bytes, file, digest);
  return unpackContent(bytes, file, digest);
}

/**
 * The decompressed bytes of a file that something else vouches for, an archive whose digest is known; all the same,
 * they have to be the file's where its SHA-256 is known.
 *
 * @throws {DatasetFetchError} `E_INTEGRITY` - they are not, or they are a damaged gzip.
 */
export async function unpackContent(
  bytes: Uint8Array,
  file: FileIdentity,
  digest: Digest,
): Promise<VerifiedContent> {
  const raw = isGzip(bytes) ? await unpack(bytes, file, digest) : bytes;
  const sha256 = await digest('sha256', raw);
  if (file.sha256 !== undefined && sha256 !== file.sha256)
    throw integrityError(file, describeContent(raw, sha256, file));
  return { raw, sha256, wrapping: isGzip(bytes) ? wrappingOf(bytes, file) : undefined };
}

/** A digest that bytes have in place of the expected one. */
export interface DigestMismatch {
  readonly algorithm: 'sha256' | 'md5';
  readonly digest: string;
}

/**
 * Checks bytes against digests, the strongest first.
 *
 * @returns What disagrees, or undefined when they agree.
 */
export async function findMismatch(
  expected: Digests,
  digestOf: (algorithm: 'sha256' | 'md5') => string | Promise<string>,
): Promise<DigestMismatch | undefined> {
  const algorithm = expected.sha256 === undefined ? 'md5' : 'sha256';
  const got = await digestOf(algorithm);
  return got === expected[algorithm] ? undefined : { algorithm, digest: got };
}

async function requireKnownPacking(bytes: Uint8Array, file: FileIdentity, digest: Digest): Promise<void> {
  let got = 'bytes that no digest is known for';
  for (const packing of file.packings ?? []) {
    const mismatch = await findMismatch(packing, (algorithm) => digest(algorithm, bytes));
    if (mismatch === undefined) return;
    const known = findPackingByHash(mismatch.digest);
    if (known !== undefined) throw integrityError(file, `${known.file.name} of ${known.dataset.title}`);
    got = `${bytes.length} bytes with ${mismatch.algorithm} ${mismatch.digest}`;
  }
  throw integrityError(file, `${got}; only the file as published, still packed, can be verified`);
}

/** A file that unpacks to more than the expected one may all the same be a known one, by the digest of its gzip. */
async function unpack(bytes: Uint8Array, file: FileIdentity, digest: Digest): Promise<Uint8Array> {
  try {
    return await gunzip(bytes, file.byteLength === undefined ? {} : { maxOutputBytes: file.byteLength });
  } catch (error) {
    if (!(error instanceof IdxFormatError)) throw error;
    const known = findPackingByHash(await digest('sha256', bytes));
    const got =
      known === undefined
        ? `a gzip file that cannot be used: ${error.message}`
        : `${known.file.name} of ${known.dataset.title}`;
    throw integrityError(file, got, error);
  }
}

function wrappingOf(bytes: Uint8Array, file: FileIdentity): string {
  const known = file.packings?.find(({ byteLength }) => byteLength === bytes.length);
  return known?.publisher ?? 'unknown';
}

function integrityError(file: FileIdentity, got: string, cause?: Error): DatasetFetchError {
  const identity = file.sha256 === undefined ? '' : ` (sha256 ${file.sha256.slice(0, 12)}…)`;
  return new DatasetFetchError('E_INTEGRITY', `expected ${file.name}${identity}, got ${got}`, { cause });
}
