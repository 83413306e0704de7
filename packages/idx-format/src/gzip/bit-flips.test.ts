import { describe, expect, it } from 'vitest';
import { IdxFormatError } from '../errors.ts';
import { WHOLE_DECODERS } from './decoders-under-test.ts';
import { content, packed } from './gzip-cases.ts';

/** Bits that carry no data: the text flag, time, extra flags and system, and what pads deflate to a byte. */
function isIdle(index: number, bit: number): boolean {
  return (index === 3 && bit === 0) || (index >= 4 && index < 10) || index === packed.length - 9;
}

async function outcome(run: Promise<Uint8Array>): Promise<string> {
  try {
    const output = await run;
    return output.length === content.length && output.every((byte, i) => byte === content[i])
      ? 'same bytes'
      : 'OTHER BYTES';
  } catch (error) {
    return error instanceof IdxFormatError ? error.code : `untyped: ${String(error)}`;
  }
}

/** DecompressionStream's row is Chromium's platform. */
const DECODERS = WHOLE_DECODERS.filter(({ name }) => name !== 'DecompressionStream');

describe.each(DECODERS)('$name', ({ gunzip }) => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('notices when bit %i of any byte flips', async (bit) => {
    expect(packed.length).toBeGreaterThan(10_000 / 8);
    const surprises: string[] = [];
    for (let index = 0; index < packed.length; index++) {
      const flipped = packed.with(index, (packed[index] ?? 0) ^ (1 << bit));
      const got = await outcome(gunzip(flipped, 2 ** 20));
      const isHarmless = got === 'same bytes' && isIdle(index, bit);
      if (!isHarmless && !got.startsWith('E_GZIP_')) surprises.push(`byte ${index}: ${got}`);
    }
    expect(surprises).toEqual([]);
  });
});
