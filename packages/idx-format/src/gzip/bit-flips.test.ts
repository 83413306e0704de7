import { describe, expect, it } from 'vitest';
import { DECODERS_OF_FLIPS, EVERY_BIT, surprisesOfFlips } from './flip-bits.ts';
import { packed } from './gzip-cases.ts';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/** All bits of header and trailer, and of every byte between them one; all of those take a minute: see test/long. */
const places = EVERY_BIT.filter(
  ({ index, bit }) =>
    index < HEADER_BYTES || index >= packed.length - TRAILER_BYTES || bit === (index * 5) % 8,
);

describe.each(DECODERS_OF_FLIPS)('$name', ({ gunzip }) => {
  it('notices when a bit of any byte flips', async () => {
    expect(new Set(places.map(({ index }) => index)).size).toBe(packed.length);
    expect(await surprisesOfFlips(gunzip, places)).toEqual([]);
  });
});
