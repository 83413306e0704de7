import { LabelsError } from './convert-errors.ts';

/** A line of a table that is not empty. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** How far a text has been read. */
interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

/**
 * The lines of a table with commas. Blanks around fields, empty lines and a byte-order mark are passed over.
 *
 * @throws {LabelsError} a quote stands alone, or something between a quote and the next comma.
 * @see RFC 4180
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const cursor: Cursor = { text, at: text.startsWith('\uFEFF') ? 1 : 0, line: 1 };
  while (cursor.at < text.length) {
    const { line } = cursor;
    const fields = readRow(cursor);
    if (fields.length > 1 || fields[0] !== '') rows.push({ line, fields });
  }
  return rows;
}

function readRow(cursor: Cursor): readonly string[] {
  const fields = [readField(cursor)];
  while (cursor.text[cursor.at] === ',') {
    cursor.at++;
    fields.push(readField(cursor));
  }
  endLine(cursor);
  return fields;
}

function readField(cursor: Cursor): string {
  skipBlanks(cursor);
  return cursor.text[cursor.at] === '"' ? readQuoted(cursor) : readPlain(cursor);
}

function readPlain(cursor: Cursor): string {
  const begin = cursor.at;
  while (cursor.at < cursor.text.length && !'",\r\n'.includes(cursor.text[cursor.at] as string)) cursor.at++;
  return cursor.text.slice(begin, cursor.at).trim();
}

/** In quotes, `""` stands for a quote. */
function readQuoted(cursor: Cursor): string {
  const begin = cursor.at + 1;
  let end = cursor.text.indexOf('"', begin);
  while (cursor.text[end + 1] === '"' && end !== -1) end = cursor.text.indexOf('"', end + 2);
  if (end === -1)
    throw new LabelsError(`line ${cursor.line}: expected another quote, got the end of the table`);
  const field = cursor.text.slice(begin, end);
  cursor.at = end + 1;
  cursor.line += field.split(/\r\n|\n|\r/).length - 1;
  skipBlanks(cursor);
  return field.replaceAll('""', '"');
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ' || cursor.text[cursor.at] === '\t') cursor.at++;
}

function endLine(cursor: Cursor): void {
  const { text, at, line } = cursor;
  const next = text[at];
  if (next !== undefined && next !== '\r' && next !== '\n')
    throw new LabelsError(
      `line ${line}: expected a comma or the end of the line, got ${next === '"' ? 'a quote' : `'${next}'`}`,
    );
  cursor.at += text.startsWith('\r\n', at) ? 2 : 1;
  cursor.line++;
}
