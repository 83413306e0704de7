/** Deflated data without a time, from an unknown system, and a field `BC` of two bytes for the size. */
const BLOCK_HEADER = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 0x42, 0x43, 2, 0, 0, 0];
const SIZE_AT = 16;
const PLAIN_HEADER_BYTES = 10;

/**
 * Makes a BGZF block of a gzip member whose header has no extras; its data and its checksum stay as they are.
 *
 * @see https://samtools.github.io/hts-specs/SAMv1.pdf, section 4.1
 */
export function toBlock(member: Uint8Array): Uint8Array {
  const body = member.subarray(PLAIN_HEADER_BYTES);
  const block = new Uint8Array(BLOCK_HEADER.length + body.length);
  block.set(BLOCK_HEADER);
  block.set(body, BLOCK_HEADER.length);
  new DataView(block.buffer).setUint16(SIZE_AT, block.length - 1, true);
  return block;
}
