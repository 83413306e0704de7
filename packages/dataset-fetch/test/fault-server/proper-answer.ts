import { createHash } from 'node:crypto';
import type { LoggedRequest } from './behaviour.ts';

/** What a server tells of a file's version. */
export type Validators = 'strong' | 'weak' | 'date-only' | 'none';

/** A file as it is served. */
export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** An answer before it is sent; names of headers are in lower case. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const LAST_MODIFIED = 'Thu, 31 Aug 2017 10:50:27 GMT';

export function servedFile(bytes: Uint8Array, validators: Validators): ServedFile {
  if (validators === 'none') return { bytes };
  if (validators === 'date-only') return { bytes, lastModified: LAST_MODIFIED };
  const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  return { bytes, etag: validators === 'weak' ? `W/${tag}` : tag, lastModified: LAST_MODIFIED };
}

/**
 * The answer of a server without faults: the whole file, one range of it, or 416.
 *
 * @see RFC 9110, sections 13.1.5 and 14.
 */
export function properAnswer(file: ServedFile, { headers }: Pick<LoggedRequest, 'headers'>): PlainAnswer {
  const total = file.bytes.length;
  const validators = {
    'accept-ranges': 'bytes',
    ...(file.etag !== undefined && { etag: file.etag }),
    ...(file.lastModified !== undefined && { 'last-modified': file.lastModified }),
  };
  const range = isCurrent(file, headers['if-range']) ? parseRange(headers['range'], total) : undefined;
  if (range === undefined) return answerOf(200, validators, file.bytes);
  if (range === 'unsatisfiable') {
    return answerOf(416, { ...validators, 'content-range': `bytes */${total}` }, new Uint8Array(0));
  }
  const { first, last } = range;
  return answerOf(
    206,
    { ...validators, 'content-range': `bytes ${first}-${last}/${total}` },
    file.bytes.subarray(first, last + 1),
  );
}

/** An answer with the length of its body. */
export function answerOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): PlainAnswer {
  const type = { 'content-type': 'application/octet-stream' };
  return { status, headers: { ...type, ...headers, 'content-length': String(body.length) }, body };
}

function isCurrent({ etag, lastModified }: ServedFile, ifRange: string | undefined): boolean {
  if (ifRange === undefined) return true;
  return ifRange.startsWith('"') ? ifRange === etag : ifRange === lastModified;
}

function parseRange(
  value: string | undefined,
  total: number,
): { readonly first: number; readonly last: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(value ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, total - Number(to)) : Number(from);
  const last = from === '' || to === '' ? total - 1 : Math.min(Number(to), total - 1);
  if (to !== '' && from !== '' && Number(to) < first) return undefined;
  return first > last ? 'unsatisfiable' : { first, last };
}
