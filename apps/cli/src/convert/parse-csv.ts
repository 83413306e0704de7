import { LabelsError } from './convert-errors.ts';

/** A line of a table that is not empty. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A field, in quotes (with `""` for a quote) or not, and what ends it. */
const FIELD = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^",\r\n]*))(,|\r?\n|\r|$)/y;

/**
 * The lines of a table with commas. Blanks around fields, empty lines and a byte-order mark are passed over.
 *
 * @throws {LabelsError} a quote stands alone.
 * @see RFC 4180
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let begin = 1;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length || fields.length > 0; ) {
    FIELD.lastIndex = at;
    const [whole, quoted, plain = '', end] = FIELD.exec(text) ?? [];
    if (whole === undefined)
      throw new LabelsError(`line ${line}: expected a comma or the end of the line, got a quote`);
    fields.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    at += whole.length;
    line += lineBreaks(whole);
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: begin, fields });
    fields = [];
    begin = line;
  }
  return rows;
}

function lineBreaks(text: string): number {
  return text.split(/\r?\n|\r/).length - 1;
}
