const LAST = '1';
const LENGTH_3 = '0000001';
/** The second of two codes, 18: 11 zeros, and as many more as seven bits say. */
const ZEROS_138 = `1${number(138 - 11, 7)}`;

/** Deflate data that break one rule of RFC 1951 each, written bit by bit; for tests only. */
export const DAMAGED_DEFLATE: readonly { readonly what: string; readonly bytes: readonly number[] }[] = [
  { what: 'a block of type 3', bytes: packed(LAST, number(3, 2)) },
  { what: 'a stored length without its complement', bytes: [1, 5, 0, 5, 0] },
  { what: 'a distance in front of the first byte', bytes: fixed(literal('a'), LENGTH_3, '00001') },
  { what: 'a distance before any byte', bytes: fixed(LENGTH_3, '00000') },
  { what: 'the length code 286', bytes: fixed('11000110') },
  { what: 'the distance code 30', bytes: fixed(literal('a'), LENGTH_3, '11110') },
  { what: '287 literal codes', bytes: dynamic(number(30, 5), number(0, 5), number(0, 4)) },
  { what: '31 distance codes', bytes: dynamic(number(0, 5), number(30, 5), number(0, 4)) },
  { what: 'more code lengths than a code can have', bytes: withCodeLengths([1, 1, 1, 1]) },
  { what: 'fewer code lengths than a code needs', bytes: withCodeLengths([0, 0, 0, 2]) },
  {
    what: 'a repeated length that has none before it',
    bytes: withCodeLengths([1, 0, 1, 0], '0', number(0, 2)),
  },
  { what: 'more zero lengths than codes', bytes: withCodeLengths([1, 0, 1, 0], ZEROS_138, ZEROS_138) },
  {
    what: 'no code for the end of the block',
    bytes: withCodeLengths([1, 0, 1, 0], ZEROS_138, '1', number(120 - 11, 7)),
  },
];

/** Numbers are stored from their lowest bit on, Huffman codes from their highest. */
function number(value: number, bitCount: number): string {
  return Array.from({ length: bitCount }, (_, bit) => (value >> bit) & 1).join('');
}

/** The bits in the order of the stream, with some zero bytes behind them to read on. */
function packed(...bits: readonly string[]): readonly number[] {
  const stream = bits.join('');
  const bytes = new Array<number>(Math.ceil(stream.length / 8) + 16).fill(0);
  for (let i = 0; i < stream.length; i++)
    bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (Number(stream[i]) << (i & 7));
  return bytes;
}

function fixed(...bits: readonly string[]): readonly number[] {
  return packed(LAST, number(1, 2), ...bits);
}

function literal(character: string): string {
  return (0b00110000 + character.charCodeAt(0)).toString(2).padStart(8, '0');
}

function dynamic(...bits: readonly string[]): readonly number[] {
  return packed(LAST, number(2, 2), ...bits);
}

/** 257 literal codes and one distance code, whose lengths are told in the codes 16, 17, 18 and 0. */
function withCodeLengths(lengths: readonly number[], ...bits: readonly string[]): readonly number[] {
  return dynamic(
    number(0, 5),
    number(0, 5),
    number(0, 4),
    ...lengths.map((length) => number(length, 3)),
    ...bits,
  );
}
