import { readFile } from 'node:fs/promises';
import type { NdArray } from '@fashion-mnist/core';
import { parseIdx, parseIdxGz } from '@fashion-mnist/idx-format';
import { decode } from 'fast-png';
import { UsageError } from '../usage-error.ts';

/** A picture, and how it is called. */
export interface NamedPicture {
  readonly name: string;
  /** Shape `[height, width]`. */
  readonly pixels: NdArray<Uint8Array>;
}

/** Weights of red, green and blue in grey (ITU-R BT.601), as ImageMagick and Pillow have them. */
const LUMA = [0.299, 0.587, 0.114] as const;

/**
 * The pictures of a file: one of a PNG, all of an IDX file, gzipped or not.
 *
 * @throws {UsageError} it is neither.
 */
export async function readPictures(path: string, signal: AbortSignal): Promise<readonly NamedPicture[]> {
  const bytes = await readFile(path, { signal });
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return [{ name: path, pixels: greyPicture(path, bytes) }];
  const { data, shape } = bytes[0] === 0x1f ? await parseIdxGz(bytes) : parseIdx(bytes);
  const [count = 0, height = 0, width = 0] = shape;
  if (shape.length !== 3 || !(data instanceof Uint8Array))
    throw new UsageError(
      `${path}: expected pictures as bytes [count, height, width], got [${shape.join(', ')}]`,
    );
  return Array.from({ length: count }, (_, i) => ({
    name: `${path}[${i}]`,
    pixels: { data: data.subarray(i * height * width, (i + 1) * height * width), shape: [height, width] },
  }));
}

function greyPicture(path: string, bytes: Uint8Array): NdArray<Uint8Array> {
  const { width, height, channels, data, depth, palette } = decodePng(path, bytes);
  if (
    depth !== 8 ||
    palette !== undefined ||
    !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)
  )
    throw new UsageError(`${path}: expected 8 bits a channel and no palette, got ${depth} bits`);
  const colors = channels >= 3 ? 3 : 1;
  const grey = Uint8Array.from({ length: width * height }, (_, i) => {
    const at = i * channels;
    if (colors === 1) return data[at] ?? 0;
    return Math.round(LUMA.reduce((sum, weight, color) => sum + weight * (data[at + color] ?? 0), 0));
  });
  return { data: grey, shape: [height, width] };
}

function decodePng(path: string, bytes: Uint8Array): ReturnType<typeof decode> {
  try {
    return decode(bytes);
  } catch (cause) {
    throw new UsageError(
      `${path}: is no readable PNG: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}
