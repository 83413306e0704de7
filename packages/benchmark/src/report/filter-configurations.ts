import type { Configuration } from '../configuration.ts';
import { parameterText } from './parameter-text.ts';

/**
 * The configurations that a text describes: the one of exactly this name and these parameters, as
 * `SVC C=10 kernel=rbf`; where there is none, all with every word of the text somewhere in name or parameters. Capitals
 * are as good as small letters.
 */
export function filterConfigurations<Described extends Configuration>(
  configurations: readonly Described[],
  text: string,
): readonly Described[] {
  const wanted = text.trim().toLowerCase();
  const exact = configurations.filter((one) => description(one) === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/);
  return configurations.filter((one) => words.every((word) => description(one).includes(word)));
}

function description({ name, parameter }: Configuration): string {
  return `${name} ${parameterText(parameter)}`.trim().toLowerCase();
}
