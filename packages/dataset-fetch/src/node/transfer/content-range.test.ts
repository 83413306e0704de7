import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContentRange } from './content-range.ts';

const size = fc.integer({ min: 0, max: 2 ** 40 });

describe('parseContentRange', () => {
  it('reads every range of a file that is long enough', () => {
    fc.assert(
      fc.property(size, size, size, (first, more, rest) => {
        const last = first + more;
        const totalBytes = last + 1 + rest;
        const range = parseContentRange(`bytes ${first}-${last}/${totalBytes}`);
        expect(range).toEqual({ kind: 'bytes', first, last, totalBytes });
      }),
    );
  });

  it('reads a range of a file of unknown size', () => {
    expect(parseContentRange('bytes 5-9/*')).toEqual({ kind: 'bytes', first: 5, last: 9 });
  });

  it('reads the size of a file that has nothing to give', () => {
    expect(parseContentRange('bytes */47')).toEqual({ kind: 'unsatisfied', totalBytes: 47 });
  });

  it.each([
    null,
    '',
    'bytes',
    'bytes */*',
    'bytes 5-4/10',
    'bytes 0-10/10',
    'bytes -1-5/10',
    'bytes 0-9/10, 20-29/30',
    'items 0-9/10',
    'bytes=0-9/10',
  ])('refuses %s', (value) => {
    expect(parseContentRange(value)).toBeUndefined();
  });
});
