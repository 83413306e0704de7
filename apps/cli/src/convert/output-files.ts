import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { defineDataset } from '@fashion-mnist/dataset-fetch';
import type { ConversionReport } from './conversion-report.ts';
import { type DatasetDocumentOptions, datasetDocument, idxFile } from './dataset-document.ts';
import { joinImages } from './join-images.ts';
import { DATASET, IMAGES, LABELS, REPORT, STAGES } from './output-names.ts';
import type { PhotoImage } from './photo-outcome.ts';

/** Makes the folder for pictures of the steps, inside the one of a conversion. */
export function makeStagesFolder(folder: string): Promise<void> {
  return mkdir(join(folder, STAGES));
}

/** Writes images, labels where they are known, and report. */
export async function writeConversion(
  folder: string,
  images: readonly PhotoImage[],
  report: ConversionReport,
  options: DatasetDocumentOptions,
): Promise<void> {
  const write = (name: string, content: string | Uint8Array) =>
    writeFile(join(folder, name), content, { flush: true });
  const imageFile = idxFile('images', joinImages(images));
  await write(IMAGES, await promisify(gzip)(imageFile.bytes));
  await write(REPORT, jsonText(report));
  const labels = images.flatMap(({ label }) => label ?? []);
  if (labels.length < images.length) return;
  const labelFile = idxFile('labels', { data: Uint8Array.from(labels), shape: [labels.length] });
  await write(LABELS, await promisify(gzip)(labelFile.bytes));
  await write(DATASET, jsonText(defineDataset(datasetDocument(imageFile, labelFile, options))));
}

function jsonText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
