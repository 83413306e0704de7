import { BenchmarkError } from '../errors.ts';

/**
 * SHA-256 in lower-case hexadecimal.
 *
 * @throws {BenchmarkError} `E_OPTION` - a page that is not secure has no cryptography.
 */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  if (globalThis.crypto?.subtle === undefined)
    throw new BenchmarkError('E_OPTION', 'hashes need a secure page: serve it by https or from localhost');
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
