import { readFile } from 'node:fs/promises';
import type { Split } from '@fashion-mnist/core';
import type { Comparison, DoubtfulLabel } from './audit-report.ts';
import type { AuditedImages } from './audited-images.ts';
import { ImageListError } from './image-list-error.ts';

/** An image that a list names. */
export interface ListedImage {
  readonly line: number;
  readonly split: Split;
  readonly index: number;
}

const LINE = /^(?:(?<split>train|test)[\s,]+)?(?<index>\d{1,9})$/;

/**
 * The images of a list: one a line, `train,45592`, `test 12`, or `45592` alone for a training image; `#` begins a comment.
 *
 * @throws {ImageListError} a line is none of these, or there is no image.
 */
export async function readImageList(path: string, signal: AbortSignal): Promise<readonly ListedImage[]> {
  const lines = (await readFile(path, { encoding: 'utf8', signal })).split(/\r?\n/);
  const images = lines.flatMap((text, at): readonly ListedImage[] => {
    const content = text.replace(/#.*/, '').trim();
    if (content === '') return [];
    const { split = 'train', index } = LINE.exec(content)?.groups ?? {};
    if (index === undefined)
      throw new ImageListError(`${path}, line ${at + 1}: expected train,12 or 12, got ${content}`);
    return [{ line: at + 1, split: split as Split, index: Number(index) }];
  });
  if (images.length === 0) throw new ImageListError(`${path}: expected a line for each image, got none`);
  return images;
}

/** @throws {ImageListError} the dataset has no such image. */
export function compareWithList(
  file: string,
  list: readonly ListedImage[],
  { sampleAt, placeOf }: AuditedImages,
  suspects: readonly DoubtfulLabel[],
): Comparison {
  const rankOf = new Map(suspects.map(({ split, index }, at) => [`${split} ${index}`, at + 1]));
  const images = list.map(({ line, split, index }) => {
    const sample = sampleAt(split, index);
    if (sample === undefined)
      throw new ImageListError(`${file}, line ${line}: there is no ${split} ${index}`);
    return { ...placeOf(sample), rank: rankOf.get(`${split} ${index}`) ?? null };
  });
  return {
    file,
    count: images.length,
    foundCount: images.filter(({ rank }) => rank !== null).length,
    images,
  };
}
