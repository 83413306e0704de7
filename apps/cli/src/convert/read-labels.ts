import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { classOf } from './class-of.ts';
import { describeProblems, LabelsError } from './convert-errors.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';

const HEADER = 'file,label';

/**
 * The labels of photos from a table with the columns `file,label`, with or without that header: files by their names
 * without folders, labels as numbers or names of classes.
 *
 * @returns One label for each photo, in their order.
 * @throws {LabelsError} what is wrong with the table: a photo without a label, a label without a photo, ...
 */
export async function readLabels(
  path: string,
  photos: readonly string[],
  classNames: readonly string[],
): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8');
  try {
    return matchLabels(parseCsv(text), photos, classNames);
  } catch (error) {
    if (!(error instanceof LabelsError)) throw error;
    throw new LabelsError(`${path}: ${error.message}`, { cause: error });
  }
}

function matchLabels(
  rows: readonly CsvRow[],
  photos: readonly string[],
  classNames: readonly string[],
): Uint8Array {
  const problems: string[] = [];
  const places = placesOf(photos, problems);
  const labels = new Uint8Array(photos.length);
  const lines = new Map<string, number>();
  const isHeader = rows[0]?.fields.join().toLowerCase() === HEADER;
  for (const { line, fields } of rows.slice(isHeader ? 1 : 0)) {
    const [file = '', text = ''] = fields;
    const name = nameOf(file);
    const place = places.get(name);
    const known = classOf(text, classNames);
    const earlier = lines.get(name);
    if (fields.length !== 2) problems.push(`line ${line}: expected ${HEADER}, got ${fields.length} fields`);
    else if (place === undefined) problems.push(`line ${line}: none of the photos is called ${file}`);
    else if (earlier !== undefined)
      problems.push(`line ${line}: ${file} has a label in line ${earlier} already`);
    else if ('problem' in known) problems.push(`line ${line}: ${known.problem}`);
    else labels[place] = known.label;
    if (!lines.has(name)) lines.set(name, line);
  }
  for (const name of places.keys()) if (!lines.has(name)) problems.push(`${name} has no label`);
  if (problems.length > 0) throw new LabelsError(describeProblems(problems));
  return labels;
}

/** Where each photo stands, by its name. */
function placesOf(photos: readonly string[], problems: string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, path] of photos.entries()) {
    const name = nameOf(path);
    const other = places.get(name);
    if (other === undefined) places.set(name, place);
    else problems.push(`two photos are called ${name}: ${photos[other]} and ${path}`);
  }
  return places;
}

/** Tables come from other systems, whose separators and ways to write accents differ. */
function nameOf(path: string): string {
  return basename(path.replaceAll('\\', '/')).normalize('NFC');
}
