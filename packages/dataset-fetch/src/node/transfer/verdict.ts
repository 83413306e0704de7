import { parseContentRange } from './content-range.ts';
import { declaredLength, isEncoded, type ResumeRecord, validatorOf } from './resume-record.ts';

const PAGE_TYPES = /^(text\/html|application\/(xhtml\+xml|json|problem\+json))\b/i;

/** The place from which the rest of a file was asked. */
export interface ResumePoint {
  readonly offset: number;
  readonly record: ResumeRecord;
}

/** What an answer is good for. */
export type Verdict =
  /** The file from its first byte. */
  | { readonly kind: 'from-start'; readonly totalBytes?: number | undefined }
  /** The bytes that are missing. */
  | { readonly kind: 'continued'; readonly totalBytes: number }
  /** Nothing is missing. */
  | { readonly kind: 'whole'; readonly totalBytes: number }
  /** What is there does not fit what the server has. */
  | { readonly kind: 'stale' }
  /** Not the file. */
  | { readonly kind: 'refused' };

/**
 * Tells what an answer is good for, given what was asked.
 *
 * @see RFC 9110, sections 13.1.5, 14.4, 15.3.7 and 15.5.17.
 */
export function judgeAnswer({ status, headers }: Response, asked: ResumePoint | undefined): Verdict {
  if (status === 200 && !PAGE_TYPES.test(headers.get('content-type') ?? '')) {
    return { kind: 'from-start', totalBytes: declaredLength(headers) };
  }
  if (asked === undefined) return { kind: 'refused' };
  if (status === 206) return judgePart(headers, asked);
  if (status === 416) {
    const range = parseContentRange(headers.get('content-range'));
    const isWhole = range?.kind === 'unsatisfied' && range.totalBytes === asked.offset;
    return isWhole ? { kind: 'whole', totalBytes: asked.offset } : { kind: 'stale' };
  }
  return { kind: 'refused' };
}

function judgePart(headers: Headers, { offset, record }: ResumePoint): Verdict {
  const range = parseContentRange(headers.get('content-range'));
  if (range?.kind !== 'bytes' || range.first !== offset || isEncoded(headers)) return { kind: 'stale' };
  const validator = headers.get(record.etag === undefined ? 'last-modified' : 'etag');
  if (validator !== validatorOf(record)) return { kind: 'stale' };
  const totalBytes = range.totalBytes ?? record.totalBytes ?? range.last + 1;
  return totalBytes === (record.totalBytes ?? totalBytes)
    ? { kind: 'continued', totalBytes }
    : { kind: 'stale' };
}
