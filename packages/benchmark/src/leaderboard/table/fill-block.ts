import { BenchmarkError } from '../../errors.ts';

/**
 * A document with new content between its markers `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - not exactly one such pair stands in it.
 */
export function fillBlock(document: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = '', inside = '', ...more] = document.split(start);
  const [, after, ...others] = inside.split(end);
  if (after === undefined || more.length > 0 || others.length > 0)
    throw new BenchmarkError('E_LEADERBOARD', `expected one block of ${start} and ${end}`);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}
