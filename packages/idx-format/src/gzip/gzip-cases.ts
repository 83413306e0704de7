import { gzip } from 'pako';
import { DAMAGED_DEFLATE } from './damaged-deflate.ts';

// What every decoder is put through, in Node and in Chromium; for tests only.

interface Gzip {
  readonly what: string;
  readonly bytes: Uint8Array;
}

interface GzipCase extends Gzip {
  /** An error code, or the bytes that are inside. */
  readonly outcome: string | Uint8Array;
}

/** About 2 kB that pack to about 1.5 kB: literals and matches, in a block with its own Huffman codes. */
export const content: Uint8Array = Uint8Array.from({ length: 2000 }, (_, i) =>
  i % 400 < 100 ? i % 20 : (i * i * 2654435761) >>> 24,
);
export const packed: Uint8Array = gzip(content);

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;
const TRAILER_BYTES = 8;
const nothing = new Uint8Array(0);

function joined(...parts: readonly (ArrayLike<number> & Iterable<number>)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function withByte(bytes: Uint8Array, index: number, change: (byte: number) => number): Uint8Array {
  return bytes.with(index, change(bytes.at(index) ?? 0) & 255);
}

/** A member whose header has more fields than pako writes. */
function withHeader(flags: number, fields: readonly number[]): Uint8Array {
  return joined([...HEADER.with(3, flags), ...fields], packed.subarray(HEADER.length));
}

/** pako's trailer begins with the CRC-32 of what was packed; a header's checksum is the lower half of it. */
function headerChecksum(header: readonly number[]): readonly number[] {
  const member = gzip(Uint8Array.from(header));
  return [...member.subarray(-TRAILER_BYTES, -TRAILER_BYTES + 2)];
}

const allFields = [...HEADER.with(3, FHCRC | FEXTRA | FNAME | FCOMMENT), 3, 0, 7, 7, 7, 65, 66, 0, 67, 0];

const HEADERS: readonly GzipCase[] = [
  { what: 'an empty file', bytes: nothing, outcome: 'E_GZIP_MAGIC' },
  { what: 'half a magic', bytes: packed.subarray(0, 1), outcome: 'E_GZIP_MAGIC' },
  { what: 'a wrong second byte', bytes: withByte(packed, 1, () => 0x8c), outcome: 'E_GZIP_MAGIC' },
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((length) => ({
    what: `a header cut off after ${length} bytes`,
    bytes: packed.subarray(0, length),
    outcome: 'E_GZIP_TRUNCATED',
  })),
  ...[0, 7, 9, 255].map((method) => ({
    what: `the method ${method}`,
    bytes: withByte(packed, 2, () => method),
    outcome: 'E_GZIP_HEADER',
  })),
  ...[0x20, 0x40, 0x80].map((flag) => ({
    what: `the reserved flag ${flag}`,
    bytes: withByte(packed, 3, () => flag),
    outcome: 'E_GZIP_HEADER',
  })),
  { what: 'every optional field', bytes: fullHeader(headerChecksum(allFields)), outcome: content },
  { what: 'a wrong header checksum', bytes: fullHeader([0, 0]), outcome: 'E_GZIP_HEADER' },
  {
    what: 'a header checksum cut in half',
    bytes: Uint8Array.from([...allFields, 0]),
    outcome: 'E_GZIP_TRUNCATED',
  },
  {
    what: 'an extra field that ends past the file',
    bytes: withHeader(FEXTRA, [255, 255]),
    outcome: 'E_GZIP_TRUNCATED',
  },
  {
    what: 'a name without an end',
    bytes: Uint8Array.from([...HEADER.with(3, FNAME), 65, 66, 67]),
    outcome: 'E_GZIP_TRUNCATED',
  },
  {
    what: 'a comment without an end',
    bytes: Uint8Array.from([...HEADER.with(3, FCOMMENT), 65]),
    outcome: 'E_GZIP_TRUNCATED',
  },
];

function fullHeader(checksum: readonly number[]): Uint8Array {
  return joined(allFields, checksum, packed.subarray(HEADER.length));
}

const TRUNCATIONS: readonly GzipCase[] = [
  { what: 'data cut in half', bytes: packed.subarray(0, packed.length >> 1), outcome: 'E_GZIP_TRUNCATED' },
  ...[8, 7, 4, 1].map((missing) => ({
    what: `a trailer that lacks ${missing} bytes`,
    bytes: packed.subarray(0, -missing),
    outcome: 'E_GZIP_TRUNCATED',
  })),
];

const CHECKSUMS: readonly GzipCase[] = [-8, -7, -6, -5, -4, -3, -2, -1].map((index) => ({
  what: `byte ${index} of the ${index < -4 ? 'checksum' : 'length'} wrong`,
  bytes: withByte(packed, index + packed.length, (byte) => byte ^ 1),
  outcome: 'E_GZIP_CRC',
}));

const thousand = Array.from({ length: 1000 }, (_, i) => Uint8Array.of(i, i >> 8));

const MEMBERS: readonly GzipCase[] = [
  { what: 'an empty member', bytes: gzip(nothing), outcome: nothing },
  { what: 'two members', bytes: joined(packed, packed), outcome: joined(content, content) },
  {
    what: 'an empty member between two',
    bytes: joined(packed, gzip(nothing), packed),
    outcome: joined(content, content),
  },
  {
    what: '1,000 members',
    bytes: joined(...thousand.map((member) => gzip(member))),
    outcome: joined(...thousand),
  },
  {
    what: 'a second member cut in half',
    bytes: joined(packed, packed.subarray(0, 700)),
    outcome: 'E_GZIP_TRUNCATED',
  },
  {
    what: 'a second header cut off',
    bytes: joined(packed, packed.subarray(0, 5)),
    outcome: 'E_GZIP_TRUNCATED',
  },
  {
    what: 'a second member with a wrong checksum',
    bytes: joined(
      packed,
      withByte(packed, packed.length - 8, (byte) => byte ^ 1),
    ),
    outcome: 'E_GZIP_CRC',
  },
  {
    what: 'a second member with an unknown method',
    bytes: joined(
      packed,
      withByte(packed, 2, () => 7),
    ),
    outcome: 'E_GZIP_HEADER',
  },
];

const TAILS: readonly GzipCase[] = [
  { what: 'one zero behind the end', bytes: joined(packed, [0]), outcome: content },
  { what: '1,000 zeros behind the end', bytes: joined(packed, new Uint8Array(1000)), outcome: content },
  {
    what: 'zeros behind an empty member',
    bytes: joined(gzip(nothing), new Uint8Array(512)),
    outcome: nothing,
  },
  {
    what: 'a single byte behind the end, which could begin a member',
    bytes: joined(packed, [0x1f]),
    outcome: 'E_GZIP_TRUNCATED',
  },
  { what: 'two bytes behind the end', bytes: joined(packed, [1, 2]), outcome: 'E_GZIP_TRAILING' },
  {
    what: 'text behind the end',
    bytes: joined(packed, [72, 101, 108, 108, 111]),
    outcome: 'E_GZIP_TRAILING',
  },
  { what: 'almost a magic behind the end', bytes: joined(packed, [0x1f, 0x8c]), outcome: 'E_GZIP_TRAILING' },
  { what: 'text behind zeros', bytes: joined(packed, [0, 0, 0, 72]), outcome: 'E_GZIP_TRAILING' },
  { what: 'a member behind zeros', bytes: joined(packed, [0, 0], packed), outcome: 'E_GZIP_TRAILING' },
];

const DEFLATE: readonly GzipCase[] = DAMAGED_DEFLATE.map(({ what, bytes }) => ({
  what,
  bytes: joined(HEADER, bytes, new Uint8Array(TRAILER_BYTES)),
  outcome: 'E_GZIP_CORRUPT',
}));

const CASES: readonly GzipCase[] = [
  { what: 'one member', bytes: packed, outcome: content },
  ...HEADERS,
  ...TRUNCATIONS,
  ...CHECKSUMS,
  ...MEMBERS,
  ...TAILS,
  ...DEFLATE,
];

export const SOUND_GZIPS: readonly (Gzip & { readonly content: Uint8Array })[] = CASES.flatMap(
  ({ outcome, ...rest }) => (typeof outcome === 'string' ? [] : [{ ...rest, content: outcome }]),
);

export const DAMAGED_GZIPS: readonly (Gzip & { readonly code: string })[] = CASES.flatMap(
  ({ outcome, ...rest }) => (typeof outcome === 'string' ? [{ ...rest, code: outcome }] : []),
);
