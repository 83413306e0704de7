import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../system-code.ts';
import { outputNames, REPORT, STAGES } from './output-names.ts';

/**
 * What a conversion has written into a folder, by the report in it: paths in the folder, pictures of steps one by one.
 * Nothing where there is no report.
 */
export async function earlierOutputs(folder: string): Promise<ReadonlySet<string>> {
  const photos = photosOf(await readReport(join(folder, REPORT)));
  if (photos === undefined) return new Set();
  const sheets = photos.flatMap((photo) => sheetOf(photo) ?? []);
  const hasLabels = photos.some((photo) => 'label' in recordOf(photo));
  return new Set([...outputNames({ hasLabels, hasStages: false }), ...sheets]);
}

async function readReport(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) !== '') return undefined;
    throw error;
  }
}

/** The photos of a report of ours; other programs write a `report.json`, too. */
function photosOf(document: unknown): readonly unknown[] | undefined {
  const { photos, failed, measurements } = recordOf(document);
  const isOurs = 'yours' in recordOf(measurements) && Array.isArray(failed);
  return isOurs && Array.isArray(photos) ? photos : undefined;
}

function sheetOf(photo: unknown): string | undefined {
  const { stages } = recordOf(photo);
  return typeof stages === 'string' && stages.startsWith(`${STAGES}/`) ? stages : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
