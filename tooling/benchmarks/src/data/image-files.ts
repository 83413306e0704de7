import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cleanup } from '../runner/benchmark.ts';
import { type LabelledImages, shuffledImages } from './shuffled-images.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Images in memory, and the same ones for other processes as files without a header. */
export interface ImageFiles extends LabelledImages {
  /** 784 bytes an image. */
  readonly imagesPath: string;
  /** One byte a label. */
  readonly labelsPath: string;
  /** A path in a folder that is removed at the end, for what a contender writes. */
  pathFor(name: string): string;
}

/** Writes the first images of the fixed random order to files. */
export async function imageFiles(imageCount: number, cleanup: Cleanup): Promise<ImageFiles> {
  const images = await shuffledImages(imageCount);
  const folder = await temporaryFolder(cleanup);
  const pathFor = (name: string) => join(folder, name);
  const [imagesPath, labelsPath] = [pathFor('images'), pathFor('labels')];
  await writeFile(imagesPath, images.samples.data);
  await writeFile(labelsPath, images.labels);
  return { ...images, imagesPath, labelsPath, pathFor };
}
