import type { Digest } from '../identity/verify-content.ts';

/** Digests by the platform's cryptography, which has SHA-256 but no MD5, and exists on secure pages only. */
export const digest: Digest = async (algorithm, bytes) => {
  if (algorithm !== 'sha256')
    throw new Error(
      'browsers cannot compute MD5, the only digest that is known of this file: load it in Node',
    );
  if (globalThis.crypto?.subtle === undefined)
    throw new Error('verifying needs a secure page: serve it by https or from localhost');
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
