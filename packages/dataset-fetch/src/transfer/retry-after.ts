const WEEKDAY = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * The wait in milliseconds that a `Retry-After` header asks for, in seconds or as one of HTTP's three date formats;
 * `undefined` when it is neither.
 *
 * @see RFC 9110, sections 10.2.3 and 5.6.7.
 */
export function parseRetryAfter(value: string | null, nowMs: number = Date.now()): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!WEEKDAY.test(value)) return undefined;
  const untilMs = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(untilMs) ? undefined : Math.max(0, untilMs - nowMs);
}
