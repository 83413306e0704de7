import type { Raster } from '@fashion-mnist/transforms';

const HEADER = /^P6\s+(\d+)\s+(\d+)\s+(\d+)\s/u;
const HEADER_BYTES = 64;

/** A picture as a file of the portable any map format. */
export function encodePnm({ data, width, height, channels }: Raster): Uint8Array {
  const isWords = data instanceof Uint16Array;
  const header = `P${channels === 1 ? 5 : 6} ${width} ${height} ${isWords ? 65535 : 255}\n`;
  const values = isWords
    ? Uint8Array.from({ length: data.length * 2 }, (_, index) => wordByte(data, index))
    : data;
  return Buffer.concat([Buffer.from(header, 'latin1'), values]);
}

/** The pictures of a file with one coloured picture after the other. */
export function readPnms(file: Buffer): readonly Raster[] {
  const pictures: Raster[] = [];
  for (let at = 0; at < file.length; ) {
    const match = HEADER.exec(file.toString('latin1', at, at + HEADER_BYTES));
    if (match === null) throw new Error(`no header of a PPM file at byte ${at}`);
    const [width, height, most] = match.slice(1).map(Number) as [number, number, number];
    const length = width * height * 3;
    at += match[0].length;
    const data =
      most > 255
        ? Uint16Array.from({ length }, (_, index) => file.readUInt16BE(at + index * 2))
        : Uint8Array.from(file.subarray(at, at + length));
    at += data.byteLength;
    pictures.push({ data, width, height, channels: 3 });
  }
  return pictures;
}

function wordByte(words: Uint16Array, index: number): number {
  const word = words[index >> 1] as number;
  return index % 2 === 0 ? word >> 8 : word & 255;
}
