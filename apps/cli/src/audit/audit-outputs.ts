import { extname } from 'node:path';
import { encodePng, tileImages } from '@fashion-mnist/visualize';
import type { PublishOptions } from '../output/publish-together.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { UsageError } from '../usage-error.ts';
import type { AuditReport } from './audit-report.ts';
import { auditTable } from './audit-table.ts';
import type { AuditedImages } from './audited-images.ts';

export interface AuditOutputOptions {
  readonly out?: string | undefined;
  readonly sheet?: string | undefined;
}

const SHEET = { columns: 20, rows: 20 };

/** @throws {UsageError} something cannot be written. */
export async function requireAuditOutputs({ out, sheet }: AuditOutputOptions, force: boolean): Promise<void> {
  if (out !== undefined && !['.csv', '.json'].includes(extname(out)))
    throw new UsageError(`--out: expected a name that ends in .csv or .json, got ${out}`);
  if (sheet !== undefined && extname(sheet) !== '.png')
    throw new UsageError(`--sheet: expected a name that ends in .png, got ${sheet}`);
  for (const path of [out, sheet]) if (path !== undefined) await requireFree(path, 'file', force);
}

/** Writes what was asked for, and gives the paths. */
export async function writeAuditOutputs(
  { out, sheet }: AuditOutputOptions,
  report: AuditReport,
  images: AuditedImages,
  options: PublishOptions,
): Promise<readonly string[]> {
  if (out !== undefined) {
    const content =
      extname(out) === '.csv' ? auditTable(report) : `${JSON.stringify(report, undefined, 2)}\n`;
    await writeOutput(out, content, options);
  }
  if (sheet !== undefined) await writeOutput(sheet, suspectSheet(report, images), options);
  return [out, sheet].filter((path) => path !== undefined);
}

/** The images with the most doubtful labels, row by row; without any, a black row. */
function suspectSheet({ doubtfulLabels }: AuditReport, { images, sampleAt }: AuditedImages): Uint8Array {
  const suspects = (doubtfulLabels?.suspects ?? []).slice(0, SHEET.columns * SHEET.rows);
  const indices = suspects.map(({ split, index }) => sampleAt(split, index) ?? 0);
  const columns = Math.max(1, Math.min(SHEET.columns, indices.length));
  return encodePng(tileImages(images, { indices: indices.length > 0 ? indices : [Infinity], columns }));
}
