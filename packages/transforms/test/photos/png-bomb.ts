import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A file of some 100 bytes whose header claims any number of pixels. @see https://www.w3.org/TR/png-3/ section 5.3 */
export async function pngBomb(width: number, height: number): Promise<Buffer> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } });
  const file = await dot.png().toBuffer();
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
  return file;
}
