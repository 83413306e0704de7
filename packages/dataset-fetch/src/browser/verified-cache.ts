import type { FileIdentity } from '../registry/dataset-definition.ts';
import { digest } from './digest.ts';

const CACHE_NAME = 'fashion-mnist';
const HASH_HEADER = 'x-sha256';

/** What is used of the platform's Cache API. */
export interface ResponseCache {
  match(key: string): Promise<Response | undefined>;
  put(key: string, response: Response): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Keeps verified files between visits. Every read is verified by hash. */
export interface VerifiedCache {
  read(family: string, file: FileIdentity): Promise<Uint8Array | undefined>;
  /** Says whether the file was kept: the browser may refuse, for lack of space or in private mode. */
  keep(family: string, file: FileIdentity, raw: Uint8Array, sha256: string): Promise<boolean>;
}

/** The browser's cache for this origin, or one that keeps nothing where the browser offers none. */
export async function openVerifiedCache(): Promise<VerifiedCache> {
  const { caches } = globalThis as { caches?: { open(name: string): Promise<ResponseCache> } };
  const responses = await caches?.open(CACHE_NAME).catch(() => undefined);
  return responses === undefined ? NO_CACHE : verifiedCache(responses);
}

const NO_CACHE: VerifiedCache = { read: async () => undefined, keep: async () => false };

function verifiedCache(responses: ResponseCache): VerifiedCache {
  return {
    async read(family, file) {
      const key = keyOf(family, file);
      const response = await responses.match(key);
      if (response === undefined) return undefined;
      const raw = new Uint8Array(await response.arrayBuffer());
      const expected = file.sha256 ?? response.headers.get(HASH_HEADER);
      if ((await digest('sha256', raw)) === expected) return raw;
      await responses.delete(key);
      return undefined;
    },

    async keep(family, file, raw, sha256) {
      const headers = { [HASH_HEADER]: sha256, 'content-type': 'application/octet-stream' };
      try {
        await responses.put(keyOf(family, file), new Response(raw as Uint8Array<ArrayBuffer>, { headers }));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The key has to be an address; this one can never be one of the network. */
function keyOf(family: string, file: FileIdentity): string {
  return `https://fashion-mnist.invalid/${family}/${file.name}`;
}
