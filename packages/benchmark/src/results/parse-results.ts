import { BenchmarkError } from '../errors.ts';
import { parseRow } from './parse-row.ts';
import type { ResultRow } from './result-row.ts';

/** How `parseResults` names what it reads. */
export interface ParseResultsOptions {
  /** What errors call the file. @default 'results' */
  readonly file?: string | undefined;
}

/** What is wrong with a file, and does not keep its rows from being read. */
export interface ResultsProblem {
  /** `torn`: the last line was not written to its end; there is no row in it. */
  readonly kind: 'torn';
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The rows of a file of results, and the lines that are none. */
export interface ParsedResults {
  /** In the order of the file; of the rows of one job only the last. */
  readonly rows: readonly ResultRow[];
  readonly problems: readonly ResultsProblem[];
}

/** What Python writes for numbers that JSON does not have. */
const NOT_FINITE = /(?:":|[[,])\s*(-?(?:NaN|Infinity))\s*[,}\]]/;
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * The rows of a results file: a JSON object a line. Files of the original are read too, also where a logger wrote
 * something before the object. A byte order mark, CRLF and blank lines do no harm.
 *
 * @throws {BenchmarkError} `E_RESULTS` - a line is no row; the message says which line and why. A last line that was not
 *   written to its end is no error but a problem.
 * @see benchmark/runner.py of the original
 */
export function parseResults(text: string, { file = 'results' }: ParseResultsOptions = {}): ParsedResults {
  const rows = new Map<unknown, ResultRow>();
  const problems: ResultsProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, line] of lines.entries()) {
    const content = line.trim();
    if (content === '') continue;
    const where = `${file}:${index + 1}`;
    if (CONFLICT_MARKER.test(content))
      throw new BenchmarkError(
        'E_RESULTS',
        `${where}: expected a row, got a merge-conflict marker: keep the lines of both sides and remove the markers`,
      );
    const notFinite = NOT_FINITE.exec(content)?.[1];
    const parsed = parseJson(content);
    if (parsed === undefined && notFinite !== undefined)
      throw new BenchmarkError('E_RESULTS', `${where}: expected finite numbers, got ${notFinite}`);
    if (parsed === undefined && index === lines.length - 1) {
      problems.push({
        kind: 'torn',
        line: index + 1,
        message: `${where}: the last line was not written to its end (${content.length} characters)`,
      });
    } else {
      const row = rowOf(parsed, content, where);
      rows.delete(row.job?.id);
      rows.set(row.job?.id ?? index, row);
    }
  }
  return { rows: [...rows.values()], problems };
}

function rowOf(parsed: { readonly value: unknown } | undefined, content: string, where: string): ResultRow {
  if (parsed === undefined)
    throw new BenchmarkError('E_RESULTS', `${where}: expected a JSON object, got ${excerpt(content)}`);
  try {
    return parseRow(parsed.value, '');
  } catch (cause) {
    if (!(cause instanceof BenchmarkError)) throw cause;
    throw new BenchmarkError(cause.code, `${where}: ${cause.message}`, { cause });
  }
}

/** What stands in a line from its first brace on: before it may be the text of a logger. */
function parseJson(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line.slice(Math.max(0, line.indexOf('{')))) };
  } catch {
    return undefined;
  }
}

const LONGEST = 60;

function excerpt(content: string): string {
  return JSON.stringify(content.length > LONGEST ? `${content.slice(0, LONGEST)}...` : content);
}
