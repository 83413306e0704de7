import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseIdxGz } from '@fashion-mnist/idx-format';
import sharp from 'sharp';

/** The share of the pixels of images in an IDX file that are the same in PNG files, in the order of their names. */
export async function equalPixelShare(idxPath: string, pngFolder: string): Promise<number> {
  const { data } = await parseIdxGz(await readFile(idxPath));
  const names = (await readdir(pngFolder)).toSorted();
  const pictures = await Promise.all(
    names.map((name) => sharp(join(pngFolder, name)).toColourspace('b-w').raw().toBuffer()),
  );
  const expected = Buffer.concat(pictures);
  if (expected.length !== data.length)
    throw new Error(`expected ${expected.length} pixels in ${idxPath}, got ${data.length}`);
  return expected.filter((value, i) => value === data[i]).length / expected.length;
}
