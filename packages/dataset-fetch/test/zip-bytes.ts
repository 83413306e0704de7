/** An entry of a zip archive, written as it is told, true or not. */
export interface RawEntry {
  readonly name: string;
  /** As it lies in the archive. */
  readonly data: Uint8Array;
  /** 0: stored, 8: deflated. @default 0 */
  readonly method?: number;
  /** @default the length of the data */
  readonly declaredSize?: number;
  /** @default the checksum of the data */
  readonly crc?: number;
  /** @default 0x800: names in UTF-8 */
  readonly flags?: number;
  /** In the local header. @default the same */
  readonly localName?: string;
  /** Filler of the local header, which the directory does not know of. @default none */
  readonly localExtra?: Uint8Array;
  /** Where the directory says that the entry begins. @default where it does */
  readonly declaredOffset?: number;
}

/** Bytes that are not part of the archive. */
export interface ZipSurroundings {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
}

const UTF8_NAMES = 0x800;

/** A zip archive, byte by byte. */
export function zipBytes(
  entries: readonly RawEntry[],
  { prefix = new Uint8Array(), suffix = new Uint8Array() }: ZipSurroundings = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [prefix];
  const directory: Uint8Array[] = [];
  let offset = prefix.length;
  for (const entry of entries) {
    directory.push(directoryRecord(entry, entry.declaredOffset ?? offset));
    const local = concat([localHeader(entry), entry.data]);
    parts.push(local);
    offset += local.length;
  }
  const directoryBytes = concat(directory);
  return concat([...parts, directoryBytes, endRecord(entries.length, directoryBytes.length, offset), suffix]);
}

/** A raw deflate stream, without a wrapping. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** CRC-32, bit by bit. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function localHeader(entry: RawEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.localName ?? entry.name);
  const extra = entry.localExtra ?? new Uint8Array();
  return concat([
    uint32(0x04034b50),
    uint16(20),
    common(entry),
    uint16(name.length),
    uint16(extra.length),
    name,
    extra,
  ]);
}

function directoryRecord(entry: RawEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  return concat([
    uint32(0x02014b50),
    uint16(20),
    uint16(20),
    common(entry),
    uint16(name.length),
    // Extra field, comment, disk, two kinds of attributes.
    new Uint8Array(12),
    uint32(offset),
    name,
  ]);
}

/** What the local header and the directory both say. */
function common({ data, method = 0, flags = UTF8_NAMES, crc, declaredSize }: RawEntry): Uint8Array {
  return concat([
    uint16(flags),
    uint16(method),
    // Time and date: 1 January 1980.
    uint32(0x00210000),
    uint32(crc ?? crc32(data)),
    uint32(data.length),
    uint32(declaredSize ?? data.length),
  ]);
}

function endRecord(entryCount: number, directoryBytes: number, directoryOffset: number): Uint8Array {
  return concat([
    uint32(0x06054b50),
    new Uint8Array(4),
    uint16(entryCount),
    uint16(entryCount),
    uint32(directoryBytes),
    uint32(directoryOffset),
    uint16(0),
  ]);
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

function uint32(value: number): Uint8Array {
  return concat([uint16(value & 0xffff), uint16(value >>> 16)]);
}
