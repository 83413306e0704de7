/** What a `Content-Range` header says: the bytes that follow, first and last inclusive, or that none do. */
export type ContentRange =
  | { readonly kind: 'bytes'; readonly first: number; readonly last: number; readonly totalBytes?: number }
  | { readonly kind: 'unsatisfied'; readonly totalBytes: number };

/**
 * The meaning of a `Content-Range` header, or `undefined` when it is missing, malformed or contradicts itself.
 *
 * @see RFC 9110, section 14.4.
 */
export function parseContentRange(value: string | null): ContentRange | undefined {
  const [, first, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/i.exec(value ?? '') ?? [];
  if (total === undefined) return undefined;
  if (first === undefined) {
    return total === '*' ? undefined : { kind: 'unsatisfied', totalBytes: Number(total) };
  }
  const range = { kind: 'bytes', first: Number(first), last: Number(last) } as const;
  if (range.last < range.first) return undefined;
  if (total === '*') return range;
  return range.last < Number(total) ? { ...range, totalBytes: Number(total) } : undefined;
}
