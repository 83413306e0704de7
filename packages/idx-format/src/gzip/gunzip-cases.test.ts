import { describe, expect, it } from 'vitest';
import { collect } from './collect.ts';
import { pieces, STREAM_DECODERS, WHOLE_DECODERS } from './decoders-under-test.ts';
import { DAMAGED_GZIPS, SOUND_GZIPS } from './gzip-cases.ts';

const NO_LIMIT = 2 ** 31;

const DECODERS = [
  ...WHOLE_DECODERS.map(({ name, gunzip }) => ({
    name: `${name}, whole`,
    decode: (bytes: Uint8Array) => gunzip(bytes, NO_LIMIT),
  })),
  ...STREAM_DECODERS.flatMap(({ name, stream }) =>
    [1, 7, 2 ** 20].map((length) => ({
      name: `${name}, in pieces of ${length}`,
      decode: (bytes: Uint8Array) => collect(stream(pieces(bytes, length)), NO_LIMIT),
    })),
  ),
];

describe.each(DECODERS)('unpacking by $name', ({ decode }) => {
  it.each(SOUND_GZIPS)('reads $what', async ({ bytes, content }) => {
    expect(await decode(bytes)).toEqual(content);
  });

  it.each(DAMAGED_GZIPS)('answers $what with $code', async ({ bytes, code }) => {
    await expect(decode(bytes)).rejects.toMatchObject({ name: 'IdxFormatError', code });
  });
});
