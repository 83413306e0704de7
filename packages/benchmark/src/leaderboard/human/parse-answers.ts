import { isRecord } from '../schema/check.ts';
import type { HumanAnswer } from './human-answer.ts';

/** An answer, or why a line is none. */
export type ParsedLine =
  | { readonly line: number; readonly answer: HumanAnswer }
  | { readonly line: number; readonly problem: string };

const COLUMNS = ['index', 'annotator', 'label', 'seconds'] as const;

type Fields = Readonly<Partial<Record<string, unknown>>>;

/** Answers from JSON lines, or from a table whose first line names its columns. */
export function parseAnswers(text: string): readonly ParsedLine[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '');
  const [head, ...rows] = lines;
  if (head === undefined) return [];
  if (head.content.trimStart().startsWith('{'))
    return lines.map(({ content, line }) => toAnswer(line, parseJson(content)));
  const columns = cellsOf(head.content).map((name) => name.toLowerCase());
  const missing = COLUMNS.filter((name) => name !== 'seconds' && !columns.includes(name));
  if (missing.length > 0)
    return [
      { line: head.line, problem: `expected columns ${COLUMNS.join(', ')}; missing: ${missing.join(', ')}` },
    ];
  return rows.map(({ content, line }) => {
    const cells = cellsOf(content);
    if (cells.length !== columns.length)
      return { line, problem: `expected ${columns.length} cells, got ${cells.length}` };
    return toAnswer(
      line,
      Object.fromEntries(columns.map((name, column) => [name, fromCell(name, cells[column])])),
    );
  });
}

function toAnswer(line: number, fields: Fields | undefined): ParsedLine {
  if (fields === undefined) return { line, problem: 'expected a JSON object' };
  const { index, annotator, label, seconds = null } = fields;
  if (!isWhole(index)) return { line, problem: 'index: expected a whole number' };
  if (typeof annotator !== 'string' || annotator.trim() === '')
    return { line, problem: 'annotator: expected a name' };
  if (!isWhole(label)) return { line, problem: 'label: expected a whole number' };
  if (seconds !== null && !(typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)))
    return { line, problem: 'seconds: expected a number, at least 0' };
  return { line, answer: { index, annotator: annotator.trim(), label, seconds } };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function parseJson(content: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fromCell(name: string, cell = ''): unknown {
  if (name === 'annotator') return cell;
  if (cell === '') return name === 'seconds' ? null : undefined;
  return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
}

/** Cells of a line; one in quotes may hold commas, and quotes written twice. */
function cellsOf(line: string): readonly string[] {
  return Array.from(
    line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g),
    ([, quoted, plain = '']) => (quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')),
  );
}
