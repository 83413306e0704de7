import { DataError } from './errors.ts';

/**
 * A file beside the page.
 *
 * @throws {DataError} `E_DATA_UNREACHABLE`
 */
export async function fetchFile(href: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(href, signal ? { signal } : {});
  } catch (cause) {
    signal?.throwIfAborted();
    throw new DataError('E_DATA_UNREACHABLE', 'The server does not answer. Is it still running?', { cause });
  }
  if (response.ok) return response;
  throw new DataError('E_DATA_UNREACHABLE', `The server answers ${response.status} for ${href}.`);
}

/** The body, chunk by chunk. A connection that breaks is told like a server that is gone. */
export async function* bodyChunks(response: Response): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    while (true) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new DataError('E_DATA_UNREACHABLE', 'The connection to the server broke.', { cause });
      });
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
