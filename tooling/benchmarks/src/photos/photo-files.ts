import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createRng, type Rng } from '@fashion-mnist/core';
import sharp from 'sharp';

/** A megapixel. */
const SIDE = 1000;
/** What differs is drawn once; decoding a copy takes as long. */
const DIFFERENT_PHOTOS = 25;
const CHANNELS = 3;
const JPEG = { quality: 90 };

/** Writes photos of a megapixel, JPEG files, into a new folder, and gives it. */
export async function photoFiles(folder: string, photoCount: number): Promise<string> {
  await mkdir(folder);
  const pathOf = (photo: number) => join(folder, `${String(photo).padStart(6, '0')}.jpg`);
  for (let photo = 0; photo < photoCount; photo++) {
    if (photo >= DIFFERENT_PHOTOS) {
      await copyFile(pathOf(photo % DIFFERENT_PHOTOS), pathOf(photo));
      continue;
    }
    const picture = sharp(drawPhoto(createRng(photo)), {
      raw: { width: SIDE, height: SIDE, channels: CHANNELS },
    });
    await picture.jpeg(JPEG).toFile(pathOf(photo));
  }
  return folder;
}

/** A woven oval on nearly white paper, both with the noise of a camera. */
function drawPhoto(rng: Rng): Uint8Array {
  const between = (least: number, most: number) => least + rng.nextFloat() * (most - least);
  const [centerX, centerY] = [between(300, 700), between(300, 700)];
  const [radiusX, radiusY] = [between(100, 300), between(100, 300)];
  const color = [between(0, 200), between(0, 200), between(0, 200)];
  const pixels = new Uint8Array(SIDE * SIDE * CHANNELS);
  for (let at = 0; at < pixels.length; at += CHANNELS) {
    const x = (at / CHANNELS) % SIDE;
    const y = Math.floor(at / CHANNELS / SIDE);
    const isThing = ((x - centerX) / radiusX) ** 2 + ((y - centerY) / radiusY) ** 2 < 1;
    const weave = 40 * Math.sin(x / 9) * Math.sin(y / 13) + between(0, 24);
    const paper = between(248, 255);
    for (const [channel, value] of color.entries())
      pixels[at + channel] = Math.max(0, Math.min(255, isThing ? value + weave : paper));
  }
  return pixels;
}
