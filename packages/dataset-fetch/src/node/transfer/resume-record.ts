/** Last-Modified counts seconds: only when the file has rested for a while does it tell two versions apart. */
const RESTED_MS = 60_000;

/** What must be known to ask for the rest of a file: where it comes from and which version it is. */
export interface ResumeRecord {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly totalBytes?: number;
}

/** The record of an answer that holds a file from its start; `undefined` when it could not be resumed safely. */
export function recordOf(url: URL, { headers }: Response): ResumeRecord | undefined {
  if (isEncoded(headers)) return undefined;
  const validator = strongValidator(headers);
  if (validator === undefined) return undefined;
  const totalBytes = declaredLength(headers);
  return { url: url.href, ...validator, ...(totalBytes !== undefined && { totalBytes }) };
}

/** What `If-Range` is to hold, and what a continued answer must repeat. */
export function validatorOf({ etag, lastModified }: ResumeRecord): string | undefined {
  return etag ?? lastModified;
}

/** A record read back from a disk; `undefined` when it is not one. */
export function parseResumeRecord(json: string): ResumeRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

/** Whether a transfer encoding of the content changes its bytes and their number. */
export function isEncoded(headers: Headers): boolean {
  const encoding = headers.get('content-encoding') ?? '';
  return encoding !== '' && encoding.toLowerCase() !== 'identity';
}

/** How many bytes the file has that an answer from its start holds, where that can be told. */
export function declaredLength(headers: Headers): number | undefined {
  const length = headers.get('content-length') ?? '';
  return /^\d+$/.test(length) && !isEncoded(headers) ? Number(length) : undefined;
}

/** @see RFC 9110, sections 8.8.2.2, 8.8.3 and 13.1.5. */
function strongValidator(headers: Headers): Pick<ResumeRecord, 'etag' | 'lastModified'> | undefined {
  const etag = headers.get('etag');
  if (etag !== null) return /^"[^"]*"$/.test(etag) ? { etag } : undefined;
  const lastModified = headers.get('last-modified');
  if (lastModified === null) return undefined;
  const restedMs = Date.parse(headers.get('date') ?? '') - Date.parse(lastModified);
  return restedMs >= RESTED_MS ? { lastModified } : undefined;
}

function isRecord(value: unknown): value is ResumeRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { url, etag, lastModified, totalBytes } = value as Partial<Record<keyof ResumeRecord, unknown>>;
  return (
    typeof url === 'string' &&
    [etag, lastModified].every((text) => text === undefined || typeof text === 'string') &&
    (totalBytes === undefined || Number.isSafeInteger(totalBytes))
  );
}
