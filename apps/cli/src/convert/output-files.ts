import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { requireFree } from '../output/require-free.ts';
import { UsageError } from '../usage-error.ts';
import type { ConversionReport } from './conversion-report.ts';
import { type DatasetDocumentOptions, datasetDocument, idxFile } from './dataset-document.ts';
import { joinImages } from './join-images.ts';
import type { PhotoImage } from './photo-outcome.ts';

const IMAGES = 'images-idx3-ubyte.gz';
const LABELS = 'labels-idx1-ubyte.gz';
const REPORT = 'report.json';
/** The definition by which the other commands read a folder. */
const DATASET = 'dataset.json';
const STAGES = 'stages';

/** What is asked for beside images and report. */
export interface Extras {
  readonly hasLabels: boolean;
  readonly hasStages: boolean;
}

/** The names of all that a conversion writes. */
export function outputNames({ hasLabels, hasStages }: Extras): readonly string[] {
  return [IMAGES, ...(hasLabels ? [LABELS, DATASET] : []), REPORT, ...(hasStages ? [STAGES] : [])];
}

/**
 * Fails when an output cannot take its name, or when one of another conversion would stay beside it.
 *
 * @throws {UsageError} with the name of the file or folder.
 */
export async function requireFreeOutputs(out: string, force: boolean, extras: Extras): Promise<void> {
  const names = outputNames(extras);
  for (const name of outputNames({ hasLabels: true, hasStages: true })) {
    const path = join(out, name);
    const isTaken = await requireFree(path, name === STAGES ? 'folder' : 'file', force);
    if (isTaken && !names.includes(name))
      throw new UsageError(`${path} is of another conversion: remove it, or name another folder`);
  }
}

/** Makes the folder for pictures of the steps, inside the one of a conversion. */
export async function makeStagesFolder(folder: string): Promise<string> {
  const stages = join(folder, STAGES);
  await mkdir(stages);
  return stages;
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
  await write(DATASET, jsonText(datasetDocument(imageFile, labelFile, options)));
}

function jsonText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
