import { inflateSync } from 'node:zlib';

/**
 * An 8-bit grey PNG without interlacing, read independently of what wrote it.
 *
 * @see https://www.w3.org/TR/png-3/ sections 5.3 (chunks) and 9 (filters)
 */
export function decodePng(file: Buffer): { width: number; height: number; data: Uint8Array } {
  const chunks = readChunks(file);
  const header = Buffer.concat(chunks.filter(({ type }) => type === 'IHDR').map(({ data }) => data));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.subarray(8, 13).toString('hex') !== '0800000000') throw new Error('not 8-bit grey');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = inflateSync(packed);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const left = column > 0 ? (data[at - 1] ?? 0) : 0;
      const up = row > 0 ? (data[at - width] ?? 0) : 0;
      const corner = column > 0 && row > 0 ? (data[at - width - 1] ?? 0) : 0;
      data[at] = (rows[row * (width + 1) + 1 + column] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return { width, height, data };
}

function readChunks(file: Buffer): readonly { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let offset = 8; offset < file.length; ) {
    const length = file.readUInt32BE(offset);
    const type = file.toString('latin1', offset + 4, offset + 8);
    chunks.push({ type, data: file.subarray(offset + 8, offset + 8 + length) });
    offset += length + 12;
  }
  return chunks;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4: {
      const estimate = left + up - corner;
      const [dl, du, dc] = [left, up, corner].map((value) => Math.abs(estimate - value));
      if ((dl ?? 0) <= (du ?? 0) && (dl ?? 0) <= (dc ?? 0)) return left;
      return (du ?? 0) <= (dc ?? 0) ? up : corner;
    }
    default:
      throw new Error(`filter ${filter}`);
  }
}
