import type { Archive, Digests, Packing } from '../dataset-definition.ts';
import { type Check, type FieldChecks, optional, record } from './check.ts';
import { fileName, relativePath } from './check-name.ts';
import { hexDigits, text, wholeNumber } from './check-value.ts';
import { definitionError } from './definition-error.ts';

const LARGEST_FILE_BYTES = 2 ** 40;

export const sha256Digest: Check<string> = hexDigits(64);
export const byteCount: Check<number> = wholeNumber(1, LARGEST_FILE_BYTES);

const DIGESTS = { sha256: optional(sha256Digest), md5: optional(hexDigits(32)) };

const packingFields: FieldChecks<Packing> = {
  publisher: text({ max: 200 }),
  byteLength: optional(byteCount),
  ...DIGESTS,
};

const archiveFields: FieldChecks<Archive & { readonly member: string }> = {
  name: fileName,
  byteLength: byteCount,
  member: relativePath,
  ...DIGESTS,
};

/** A wrapping in which a file is published. */
export const packing: Check<Packing> = withDigest(record(packingFields));

/** The archive that holds a file. */
export const archive: Check<Archive & { readonly member: string }> = withDigest(record(archiveFields));

function withDigest<T extends Digests>(check: Check<T>): Check<T> {
  return (value, path) => {
    const checked = check(value, path);
    if (checked.sha256 !== undefined || checked.md5 !== undefined) return checked;
    throw definitionError(path, 'a sha256 or an md5', 'neither');
  };
}
