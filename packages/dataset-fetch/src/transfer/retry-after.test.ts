import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

/** The moment of RFC 9110's example dates. */
const EXAMPLE_MS = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('parseRetryAfter', () => {
  it.each([
    { value: '0', ms: 0 },
    { value: '120', ms: 120_000 },
    { value: '99999999999', ms: 99_999_999_999_000 },
    { value: 'Sun, 06 Nov 1994 08:49:37 GMT', ms: 5000 },
    { value: 'Sunday, 06-Nov-94 08:49:37 GMT', ms: 5000 },
    { value: 'Sun Nov  6 08:49:37 1994', ms: 5000 },
    { value: 'Sat, 05 Nov 1994 08:49:37 GMT', ms: 0 },
  ])('reads $value', ({ value, ms }) => {
    expect(parseRetryAfter(value, EXAMPLE_MS - 5000)).toBe(ms);
  });

  it.each([null, '', '-5', '1.5', '2e3', 'soon', 'Sun, nonsense', '1994-11-06'])(
    'does not read %s',
    (value) => {
      expect(parseRetryAfter(value, EXAMPLE_MS)).toBeUndefined();
    },
  );
});
