import type { Configuration } from '../configuration.ts';
import { parameterText } from './parameter-text.ts';

/**
 * The configurations that a text describes: the one of exactly this name and these parameters, as
 * `SVC C=10 kernel=rbf`; where there is none, all with every word of the text somewhere in name or parameters. Capitals
 * are as good as small letters.
 */
export function filterRows<Row extends Configuration>(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  const exact = rows.filter((row) => description(row) === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/);
  return rows.filter((row) => words.every((word) => description(row).includes(word)));
}

function description({ name, parameter }: Configuration): string {
  return `${name} ${parameterText(parameter)}`.trim().toLowerCase();
}
