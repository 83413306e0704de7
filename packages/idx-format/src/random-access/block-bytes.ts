import { isGzip } from '../foreign-format.ts';

/** The most that a block takes, packed and unpacked. */
export const MAX_BLOCK_BYTES: number = 1 << 16;
/** A header that has nothing but the size. No gzip member is as small as this. */
export const MIN_HEADER_BYTES = 18;

const HAS_EXTRA = 4;
const EXTRA_START = 12;
const FIELD_START = 4;
/** `BC`, of two bytes. */
const SIZE_FIELD = 0x42430200;
const TRAILER_BYTES = 8;

/**
 * Size of the block that begins here, as its header says; undefined where no block begins. Blocks are those of BGZF,
 * gzip members with an extra field for their size, so that the next one is found without unpacking.
 *
 * @see https://samtools.github.io/hts-specs/SAMv1.pdf, section 4.1
 */
export function blockBytes(bytes: Uint8Array): number | undefined {
  if (!isGzip(bytes) || bytes.length < MIN_HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const extraBytes = (view.getUint8(3) & HAS_EXTRA) === 0 ? 0 : view.getUint16(EXTRA_START - 2, true);
  const end = EXTRA_START + extraBytes;
  for (let field = EXTRA_START; field + FIELD_START + 2 <= Math.min(end, bytes.length); ) {
    if (view.getUint32(field) === SIZE_FIELD) {
      const size = view.getUint16(field + FIELD_START, true) + 1;
      return size > end + TRAILER_BYTES ? size : undefined;
    }
    field += FIELD_START + view.getUint16(field + 2, true);
  }
  return undefined;
}
