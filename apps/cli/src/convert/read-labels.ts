import { classOf } from './class-of.ts';
import { describeProblems, LabelsError } from './convert-errors.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';
import { type PhotoNames, photoNames } from './photo-names.ts';
import { readTable } from './read-table.ts';

const HEADER = 'file,label';

/** What tables have between columns that have no commas. */
const SEPARATORS = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
]);

/**
 * The labels of photos from a table with the columns `file,label`, with or without that header: files by their names,
 * with as many of their folders as tell them apart, labels as numbers or names of classes.
 *
 * @returns One label for each photo, in their order.
 * @throws {LabelsError} what is wrong with the table: a photo without a label, a label without a photo, ...
 */
export async function readLabels(
  path: string,
  photos: readonly string[],
  classNames: readonly string[],
): Promise<Uint8Array> {
  try {
    const rows = parseCsv(await readTable(path));
    requireCommas(rows);
    return matchLabels(rows, photos, classNames);
  } catch (error) {
    if (!(error instanceof LabelsError)) throw error;
    throw new LabelsError(`${path}: ${error.message}`, { cause: error });
  }
}

function requireCommas([first]: readonly CsvRow[]): void {
  if (first === undefined || first.fields.length !== 1) return;
  for (const [separator, name] of SEPARATORS)
    if (first.fields[0]?.includes(separator) === true)
      throw new LabelsError(
        `line ${first.line}: expected ${HEADER}, got ${name}: save the table with commas`,
      );
}

function matchLabels(
  rows: readonly CsvRow[],
  photos: readonly string[],
  classNames: readonly string[],
): Uint8Array {
  const problems: string[] = [];
  const labels = new Uint8Array(photos.length);
  const matching = {
    photos,
    classNames,
    names: photoNames(photos),
    named: new Set<number>(),
    lines: new Map(),
  };
  const isHeader = rows[0]?.fields.join().toLowerCase() === HEADER;
  for (const row of rows.slice(isHeader ? 1 : 0)) {
    const known = labelOf(row, matching);
    if ('problem' in known) problems.push(`line ${row.line}: ${known.problem}`);
    else labels[known.place] = known.label;
  }
  for (const [place, path] of photos.entries())
    if (!matching.named.has(place)) problems.push(`${path} has no label`);
  if (problems.length > 0) throw new LabelsError(describeProblems(problems));
  return labels;
}

/** What the lines of a table are about. */
interface Matching {
  readonly photos: readonly string[];
  readonly classNames: readonly string[];
  readonly names: PhotoNames;
  /** The photos that a line may mean, right or wrong. */
  readonly named: Set<number>;
  /** The lines in which photos have their labels. */
  readonly lines: Map<number, number>;
}

function labelOf(
  { line, fields }: CsvRow,
  { photos, classNames, names, named, lines }: Matching,
): { readonly place: number; readonly label: number } | { readonly problem: string } {
  const [file = '', text = ''] = fields;
  const places = names.meantBy(file);
  for (const place of places) named.add(place);
  if (fields.length !== 2) return { problem: `expected ${HEADER}, got ${fields.length} fields` };
  const [place, other] = places;
  if (place === undefined) return { problem: `none of the photos is called ${file}` };
  if (other !== undefined)
    return {
      problem: `${places.length} photos are called ${file}: ${photos[place]} and ${photos[other]}: write their folders, too, or use --label-by-folder`,
    };
  const earlier = lines.get(place);
  if (earlier !== undefined) return { problem: `${file} has a label in line ${earlier} already` };
  lines.set(place, line);
  const known = classOf(text, classNames);
  return 'problem' in known ? known : { place, label: known.label };
}
