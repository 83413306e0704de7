import { ByteReader } from '../stream/byte-reader.ts';
import { pull } from '../stream/pull.ts';
import { type RandomAccessSource, sourceError } from './random-access-source.ts';

export interface HttpOptions {
  /** Used for every request. @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

interface Part {
  readonly bytes: Uint8Array;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Names this state of the file: its ETag, or else when it was last changed. */
  readonly version: string | null;
  /** Asks the server for this state or for nothing. */
  readonly condition: Record<string, string>;
}

interface PartRequest {
  readonly offset: number;
  readonly length: number;
  /** What the first request brought. */
  readonly head?: Part;
}

const NO_RANGE = 'the server cannot send parts: fetch the file and read its body with readIdx';

/** Enough for the longest header, and for the first blocks of a gzip whose blocks are small. */
const HEAD_BYTES = 4096;

/**
 * A file on a web server, read by Range requests and never as a whole.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export async function openUrl(url: string, options: HttpOptions): Promise<RandomAccessSource> {
  const { fetch = globalThis.fetch } = options;
  const fetchPart = async (request: PartRequest, signal: AbortSignal | undefined) => {
    const { offset, length, head } = request;
    const headers = { range: `bytes=${offset}-${offset + length - 1}`, ...head?.condition };
    return readPart(await fetch(url, { headers, signal: signal ?? null }), request, signal);
  };
  const head = await fetchPart({ offset: 0, length: HEAD_BYTES }, options.signal);
  return {
    size: head.size,
    read: async (offset, length, signal) =>
      offset + length <= head.bytes.length
        ? head.bytes.slice(offset, offset + length)
        : (await fetchPart({ offset, length, head }, signal)).bytes,
  };
}

/** Reads what was asked for, and not a byte more if the server sends more. */
async function readPart(
  response: Response,
  request: PartRequest,
  signal: AbortSignal | undefined,
): Promise<Part> {
  const size = await checkedSize(response, request);
  const wanted = Math.min(request.length, size - request.offset);
  const body = pull(response.body ?? [], signal);
  try {
    const reader = new ByteReader(body);
    const bytes = await reader.take(wanted);
    const extra = await reader.peek(1);
    if (bytes.length + extra.length !== wanted) {
      throw sourceError(`an answer of ${wanted} bytes`, `${extra.length > 0 ? 'more' : bytes.length}`);
    }
    return { bytes, size, version: versionOf(response), condition: conditionOf(response) };
  } finally {
    await body.return();
  }
}

/** The size of the whole file, if the answer is the part that was asked for; else the answer is ended. */
async function checkedSize(response: Response, request: PartRequest): Promise<number> {
  try {
    return sizeOf(response, request);
  } catch (error) {
    await response.body?.cancel();
    throw error;
  }
}

function sizeOf(response: Response, { offset, length, head }: PartRequest): number {
  const { status, headers } = response;
  const range = headers.get('content-range');
  if (status === 416 && range === 'bytes */0' && head === undefined) return 0;
  if (status !== 206) {
    throw sourceError('status 206', `${status}`, head === undefined && status === 200 ? NO_RANGE : undefined);
  }
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') throw sourceError('plain bytes', `content-encoding ${encoding}`, NO_RANGE);
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(`${range}`)?.map(Number) ?? [];
  if (size === undefined || first !== offset || last !== Math.min(offset + length, size) - 1) {
    throw sourceError(`content-range from byte ${offset}`, `${range}`, 'does the server expose it to pages?');
  }
  const version = versionOf(response);
  if (head !== undefined && (size !== head.size || (version ?? head.version) !== head.version)) {
    throw sourceError(`${head.size} bytes, ${head.version}`, `${size} bytes, ${version}`);
  }
  return size;
}

function versionOf({ headers }: Response): string | null {
  return headers.get('etag') ?? headers.get('last-modified');
}

/** Across origins If-Range would need a preflight, which most hosts refuse; and a weak ETag is not allowed in it. */
function conditionOf(response: Response): Record<string, string> {
  const version = versionOf(response) ?? 'W/';
  return response.type === 'cors' || version.startsWith('W/') ? {} : { 'if-range': version };
}
