import type { ImageDataset } from '@fashion-mnist/core';
import { projectorFiles } from '@fashion-mnist/visualize';
import type { ExportFile, ExportJob } from './export-file.ts';

const NAMES = [
  'pixels.tsv',
  'metadata.tsv',
  'sprite.png',
  'projector_config.pbtxt',
  'projector_config.json',
] as const;

/** A folder per split that TensorBoard's projector loads: `tensorboard --logdir FOLDER`. */
export function* projectorFolders({ splits, onPictures }: ExportJob): Generator<ExportFile> {
  for (const dataset of splits) {
    let made: ReadonlyMap<string, Uint8Array> | undefined;
    const contentOf = (name: string) => {
      made ??= projectorFilesOf(dataset, onPictures);
      return made.get(name) ?? new Uint8Array();
    };
    for (const name of NAMES) {
      yield { path: `${dataset.split}/${name}`, content: onDemand(() => contentOf(name)) };
    }
  }
}

function projectorFilesOf(
  { images, labels, classNames }: ImageDataset,
  onPictures: ExportJob['onPictures'],
): ReadonlyMap<string, Uint8Array> {
  const files = projectorFiles({ tensors: { pixels: images }, images, labels, classNames });
  onPictures(labels.length);
  return files;
}

function* onDemand(make: () => Uint8Array): Generator<Uint8Array> {
  yield make();
}
