import { writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';

export const PHOTO = { width: 90, height: 70 } as const;

const WHITE = [255, 255, 255] as const;

/** A thing on white, no side of it like another, and of other colours for each kind. */
export function drawThing(kind = 0): Uint8Array {
  const { width, height } = PHOTO;
  const colorAt = (x: number, y: number) => {
    if (x >= 25 && x < 70 && y >= 8 && y < 60)
      return [200 - 30 * kind, 40 + 20 * kind, y < 20 && x < 40 ? 20 : 90];
    return x >= 10 && x < 25 && y >= 12 && y < 25 ? [30, 60 + 15 * kind, 160] : WHITE;
  };
  const places = Array.from(
    { length: width * height },
    (_, at) => [at % width, Math.floor(at / width)] as const,
  );
  return Uint8Array.from(places.flatMap(([x, y]) => colorAt(x, y)));
}

/** The thing as a picture that sharp saves. */
export function pictureOf(kind = 0): Sharp {
  return sharp(drawThing(kind), { raw: { ...PHOTO, channels: 3 } });
}

/** Writes photos of things, the first one of kind 0, as what the names' endings say. */
export async function makePhotos(paths: readonly string[]): Promise<void> {
  for (const [kind, path] of paths.entries()) await pictureOf(kind).toFile(path);
}

export async function writeAll(
  files: readonly (readonly [path: string, content: Uint8Array | string])[],
): Promise<void> {
  for (const [path, content] of files) await writeFile(path, content);
}
