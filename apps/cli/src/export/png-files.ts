import type { ImageDataset } from '@fashion-mnist/core';
import { encodePng } from '@fashion-mnist/visualize';
import type { ExportFile, ExportJob } from './export-file.ts';
import { slug } from './slug.ts';

/**
 * A folder per split, in it a folder per class, in it a picture per file.
 *
 * torchvision's `ImageFolder` numbers classes in the order of their folders' names: with the label in front, that is
 * the order of labels.
 */
export function* pngFiles({ splits, onPictures }: ExportJob): Generator<ExportFile> {
  for (const dataset of splits) {
    const folders = classFolders(dataset.classNames);
    const digits = digitsFor(dataset.labels.length);
    for (const [index, label] of dataset.labels.entries()) {
      const name = `${String(index).padStart(digits, '0')}.png`;
      yield {
        path: `${dataset.split}/${folders[label]}/${name}`,
        content: pngChunks(dataset, index, onPictures),
      };
    }
  }
}

function* pngChunks(
  { images }: ImageDataset,
  index: number,
  onPictures: ExportJob['onPictures'],
): Generator<Uint8Array> {
  const [, height = 0, width = 0] = images.shape;
  const start = index * height * width;
  yield encodePng({ data: images.data.subarray(start, start + height * width), shape: [height, width] });
  onPictures(1);
}

function classFolders(classNames: readonly string[]): readonly string[] {
  const digits = digitsFor(classNames.length);
  return classNames.map((name, label) =>
    [String(label).padStart(digits, '0'), slug(name)].filter((part) => part !== '').join('-'),
  );
}

function digitsFor(count: number): number {
  return String(Math.max(count - 1, 0)).length;
}
