import { IdxFormatError } from '../errors.ts';
import { WHOLE_DECODERS } from './decoders-under-test.ts';
import { content, packed } from './gzip-cases.ts';

// For tests only.

/** A place that a bit of the packed content has. */
export interface BitPlace {
  readonly index: number;
  readonly bit: number;
}

/** DecompressionStream's row is Chromium's platform. */
export const DECODERS_OF_FLIPS: typeof WHOLE_DECODERS = WHOLE_DECODERS.filter(
  ({ name }) => name !== 'DecompressionStream',
);

/** All bits of the packed content. */
export const EVERY_BIT: readonly BitPlace[] = Array.from({ length: packed.length * 8 }, (_, place) => ({
  index: place >> 3,
  bit: place & 7,
}));

/** What a decoder does with the packed content when one bit flips, where it is not what it should do. */
export async function surprisesOfFlips(
  gunzip: (typeof WHOLE_DECODERS)[number]['gunzip'],
  places: readonly BitPlace[],
): Promise<string[]> {
  const surprises: string[] = [];
  for (const { index, bit } of places) {
    const flipped = packed.with(index, (packed[index] ?? 0) ^ (1 << bit));
    const got = await outcome(gunzip(flipped, 2 ** 20));
    const isHarmless = got === 'same bytes' && isIdle(index, bit);
    if (!isHarmless && !got.startsWith('E_GZIP_')) surprises.push(`byte ${index}, bit ${bit}: ${got}`);
  }
  return surprises;
}

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
