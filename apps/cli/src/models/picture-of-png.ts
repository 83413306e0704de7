import type { NdArray } from '@fashion-mnist/core';
import { decode } from 'fast-png';
import { UsageError } from '../usage-error.ts';

/** Weights of red, green and blue in grey (ITU-R BT.601), as ImageMagick and Pillow have them. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** Where the header has the width; the height is behind it. */
const SIZE_AT = 16;

export function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50;
}

/** Height and width by the header. */
export function pngSize({ buffer, byteOffset, byteLength }: Uint8Array): readonly number[] {
  if (byteLength < SIZE_AT + 8) return [];
  const view = new DataView(buffer, byteOffset, byteLength);
  return [view.getUint32(SIZE_AT + 4), view.getUint32(SIZE_AT)];
}

/** The grey pixels of a PNG, shape `[height, width]`. @throws {UsageError} it has no 8 bits a channel, or is damaged. */
export function pictureOfPng(path: string, bytes: Uint8Array): NdArray<Uint8Array> {
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
