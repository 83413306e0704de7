import type { ImageDataset, NdArray } from '@fashion-mnist/core';
import type { DatasetDefinition, FileIdentity } from '@fashion-mnist/dataset-fetch';
import { writeIdx } from '@fashion-mnist/idx-format';
import { batches } from './batches.ts';
import type { ExportFile, ExportJob } from './export-file.ts';

/**
 * IDX files under the names under which they are published, plain or gzipped. Gzip is written in blocks, with the
 * index of the blocks beside it: any tool unpacks it, and `openIdx` reads single pictures out of it.
 */
export function* idxFiles({ definition, splits, gzip, onPictures }: ExportJob): Generator<ExportFile> {
  for (const dataset of splits) {
    const labels = { data: dataset.labels, shape: [dataset.labels.length] };
    yield* arrayFiles(fileName(definition, dataset, 'images'), dataset.images, gzip, onPictures);
    yield* arrayFiles(fileName(definition, dataset, 'labels'), labels, gzip);
  }
}

function* arrayFiles(
  name: string,
  array: NdArray<Uint8Array>,
  gzip: boolean,
  onRecords?: (count: number) => void,
): Generator<ExportFile> {
  const header = { type: 'uint8', shape: array.shape } as const;
  if (!gzip) {
    yield { path: name, content: writeIdx(header, batches(array, onRecords)) };
    return;
  }
  let index = new Uint8Array();
  const onIndex = (gzi: Uint8Array) => {
    index = Uint8Array.from(gzi);
  };
  const content = writeIdx(header, batches(array, onRecords), { compression: 'blocked-gzip', onIndex });
  yield { path: `${name}.gz`, content };
  yield { path: `${name}.gz.gzi`, content: once(() => index) };
}

/** Bytes that are known when they are asked for, after the files before. */
function* once(bytes: () => Uint8Array): Generator<Uint8Array> {
  yield bytes();
}

function fileName(
  { name, files }: DatasetDefinition,
  { split }: ImageDataset,
  content: FileIdentity['content'],
): string {
  const rank = content === 'images' ? 3 : 1;
  const published = files.find((file) => file.split === split && file.content === content);
  const isSameArray =
    published !== undefined &&
    (published.format ?? 'idx') === 'idx' &&
    published.shape.length === rank &&
    published.slice === undefined;
  return isSameArray ? published.name : `${name}-${split}-${content}-idx${rank}-ubyte`;
}
