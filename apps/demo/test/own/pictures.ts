import { deflateSync } from 'node:zlib';
import type { ChosenFile } from './own-page.ts';

const WHITE = 255;

/** Whether a pixel is of the thing. */
type Shape = (x: number, y: number) => boolean;

/** A dark thing on white ground, as a PNG file. */
export function drawnPng(name: string, side: number, isThing: Shape, ground: number = WHITE): ChosenFile {
  const rows = Buffer.alloc(side * (side + 1));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) rows[y * (side + 1) + 1 + x] = isThing(x, y) ? 60 : ground;
  return pngFile(name, { width: side, height: side, bitDepth: 8 }, rows);
}

/** White, of one bit a pixel, so that a file of some kilobytes unfolds to hundreds of megabytes. */
export function bombPng(name: string, side: number): ChosenFile {
  return pngFile(name, { width: side, height: side, bitDepth: 1 }, Buffer.alloc(side * (side / 8 + 1)));
}

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
}

function pngFile(name: string, { width, height, bitDepth }: PngHeader, rows: Buffer): ChosenFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bitDepth;
  const buffer = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunked = Buffer.alloc(named.length + 8);
  chunked.writeUInt32BE(content.length, 0);
  named.copy(chunked, 4);
  chunked.writeUInt32BE(crc32(named), named.length + 4);
  return chunked;
}

/** @see PNG specification, annex D */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An animated GIF of two frames of 8 x 8: a dark square on white, then white. */
export function animatedGif(name: string): ChosenFile {
  const square = Array.from({ length: 64 }, (_, at) => (inMiddle(at % 8) && inMiddle(at >> 3) ? 1 : 0));
  const buffer = Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.of(8, 0, 8, 0, 0x80, 0, 0, 255, 255, 255, 20, 20, 20),
    gifFrame(square),
    gifFrame(Array.from({ length: 64 }, () => 0)),
    Buffer.of(0x3b),
  ]);
  return { name, mimeType: 'image/gif', buffer };
}

/** Shown for a tenth of a second. */
function gifFrame(pixels: readonly number[]): Buffer {
  const control = Buffer.of(0x21, 0xf9, 4, 0, 10, 0, 0, 0);
  const descriptor = Buffer.of(0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0);
  return Buffer.concat([control, descriptor, Buffer.of(2), uncompressed(pixels), Buffer.of(0)]);
}

function inMiddle(at: number): boolean {
  return at >= 2 && at < 6;
}

/** LZW codes of 3 bits with a clear code every two pixels, so that none is ever longer; in one block. */
function uncompressed(pixels: readonly number[]): Buffer {
  const CLEAR = 4;
  const END = 5;
  const codes = [...pixels.flatMap((pixel, at) => (at % 2 === 0 ? [CLEAR, pixel] : [pixel])), END];
  const bytes: number[] = [];
  codes.forEach((code, at) => {
    for (let bit = 0; bit < 3; bit++) {
      const place = 3 * at + bit;
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (((code >> bit) & 1) << (place & 7));
    }
  });
  return Buffer.of(bytes.length, ...bytes);
}
