import type { Raster } from '@fashion-mnist/transforms';

const HEADER = /^P6\s+(\d+)\s+(\d+)\s+(\d+)\s/u;
const HEADER_BYTES = 64;

/** A picture as a file of the portable any map format. */
export function encodePnm({ data, width, height, channels }: Raster): Uint8Array {
  const most = data instanceof Uint16Array ? 65535 : 255;
  const header = `P${channels === 1 ? 5 : 6} ${width} ${height} ${most}\n`;
  const values = data instanceof Uint16Array ? Buffer.from(data.slice().buffer).swap16() : data;
  return Buffer.concat([Buffer.from(header, 'latin1'), values]);
}

/** The pictures of a file with one coloured picture after the other. */
export function readPnms(file: Buffer): readonly Raster[] {
  const pictures: Raster[] = [];
  for (let at = 0; at < file.length; ) {
    const match = HEADER.exec(file.toString('latin1', at, at + HEADER_BYTES));
    if (match === null) throw new Error(`no header of a PPM file at byte ${at}`);
    const [width, height, most] = match.slice(1).map(Number) as [number, number, number];
    const length = width * height * 3 * (most > 255 ? 2 : 1);
    at += match[0].length;
    // A copy, as words begin at even places.
    const values = Uint8Array.from(file.subarray(at, at + length));
    const data = most > 255 ? new Uint16Array(Buffer.from(values.buffer).swap16().buffer) : values;
    at += length;
    pictures.push({ data, width, height, channels: 3 });
  }
  return pictures;
}
