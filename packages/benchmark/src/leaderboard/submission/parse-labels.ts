import { BenchmarkError } from '../../errors.ts';

const MOST_PROBLEMS = 3;

/**
 * Labels from a text: one a line, or a table `index,label` in any order, with or without a line of names.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - a line is neither, or an index is missing or stands there twice.
 */
export function parseLabels(text: string): readonly number[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ cells: line.trim().split(/[,;\t]/), number: index + 1 }))
    .filter(({ cells }) => cells.join('') !== '');
  const isHead = lines[0]?.cells.every((cell) => !/\d/.test(cell)) === true;
  const rows = isHead ? lines.slice(1) : lines;
  const columns = rows[0]?.cells.length ?? 1;
  const wrong = rows.filter(
    ({ cells }) =>
      columns > 2 || cells.length !== columns || !cells.every((cell) => /^\s*-?\d{1,9}\s*$/.test(cell)),
  );
  if (wrong.length > 0)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `expected a label a line, or index,label; not so: ${firstOf(wrong.map(({ number }) => `line ${number}`))}`,
    );
  const values = rows.map(({ cells }) => cells.map(Number));
  return columns === 2 ? inOrder(values) : values.map(([label = 0]) => label);
}

function inOrder(rows: readonly (readonly number[])[]): readonly number[] {
  const labels = new Map(rows.map(([index = 0, label = 0]) => [index, label]));
  const missing = rows.flatMap((_, index) => (labels.has(index) ? [] : [`${index}`]));
  if (missing.length > 0)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `expected each index of 0..${rows.length - 1} once; missing: ${firstOf(missing)}`,
    );
  return rows.map((_, index) => labels.get(index) ?? 0);
}

function firstOf(places: readonly string[]): string {
  const more = places.length - MOST_PROBLEMS;
  return places.slice(0, MOST_PROBLEMS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
