import type { ImageDataset } from '@fashion-mnist/core';
import type { ExportFile, ExportJob } from './export-file.ts';

const ROWS_PER_CHUNK = 256;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const ZERO = 0x30;
/** Three digits and what stands behind them. */
const MAX_VALUE_BYTES = 4;

/**
 * Tables as Kaggle has them: the label, then every pixel, one picture a line.
 *
 * @see https://www.kaggle.com/datasets/zalando-research/fashionmnist
 */
export function csvFiles({ definition, splits, onPictures }: ExportJob): readonly ExportFile[] {
  return splits.map((dataset) => ({
    path: `${definition.name}_${dataset.split}.csv`,
    content: csvChunks(dataset, onPictures),
  }));
}

function* csvChunks(dataset: ImageDataset, onPictures: ExportJob['onPictures']): Generator<Uint8Array> {
  const { images, labels } = dataset;
  const pixelCount = (images.shape[1] ?? 0) * (images.shape[2] ?? 0);
  const columns = ['label', ...Array.from({ length: pixelCount }, (_, pixel) => `pixel${pixel + 1}`)];
  yield new TextEncoder().encode(`${columns.join()}\n`);
  for (let start = 0; start < labels.length; start += ROWS_PER_CHUNK) {
    const end = Math.min(start + ROWS_PER_CHUNK, labels.length);
    yield encodeRows(
      labels.subarray(start, end),
      images.data.subarray(start * pixelCount, end * pixelCount),
      pixelCount,
    );
    onPictures(end - start);
  }
}

/** Digits are written as bytes: strings of 784 numbers a picture would take several times as long. */
function encodeRows(labels: Uint8Array, pixels: Uint8Array, pixelCount: number): Uint8Array {
  const bytes = new Uint8Array(labels.length * (pixelCount + 1) * MAX_VALUE_BYTES);
  let length = 0;
  const write = (value: number) => {
    if (value >= 100) bytes[length++] = ZERO + Math.floor(value / 100);
    if (value >= 10) bytes[length++] = ZERO + (Math.floor(value / 10) % 10);
    bytes[length++] = ZERO + (value % 10);
    bytes[length++] = COMMA;
  };
  labels.forEach((label, row) => {
    write(label);
    const start = row * pixelCount;
    for (let pixel = start; pixel < start + pixelCount; pixel++) write(pixels[pixel] ?? 0);
    bytes[length - 1] = NEWLINE;
  });
  return bytes.subarray(0, length);
}
