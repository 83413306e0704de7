import { describe, expect, it } from 'vitest';
import { DECODERS_OF_FLIPS, EVERY_BIT, surprisesOfFlips } from '../../src/gzip/flip-bits.ts';

describe.each(DECODERS_OF_FLIPS)('$name', ({ gunzip }) => {
  it('notices when any bit of any byte flips', async () => {
    expect(EVERY_BIT.length).toBeGreaterThan(10_000);
    expect(await surprisesOfFlips(gunzip, EVERY_BIT)).toEqual([]);
  });
});
