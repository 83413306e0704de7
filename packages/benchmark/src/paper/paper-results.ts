import type { Configuration, Parameters } from '../configuration.ts';
import { canonicalJson } from '../jobs/canonical-json.ts';
import table from './table-3.json' with { type: 'json' };

/** A row of table 3 of the paper. */
export interface PaperResult extends Configuration {
  /**
   * Accuracy on Fashion-MNIST, `0..1`; null where it was not published. Measured on 25 August 2017: the files of today are
   * those of 31 August, shuffled anew and without duplicates, so other figures are to be expected.
   */
  readonly fashion: number | null;
  /** Accuracy on MNIST, whose files have not changed; null where it was not published. */
  readonly mnist: number | null;
}

/**
 * The 129 configurations that the authors ran, 126 of them with published accuracies; in the order of `baselinesGrid`.
 *
 * @see Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747v1, table 3
 */
export const paperResults: readonly PaperResult[] = table.map(({ name, parameter, fashion, mnist }) =>
  Object.freeze({ name, parameter: withoutGaps(parameter), fashion, mnist }),
);

const byConfiguration = new Map(paperResults.map((result) => [keyOf(result), result]));

/** What the paper says of a configuration, by its name and `parameter`; undefined where it is not in the table. */
export function paperResult(configuration: Configuration): PaperResult | undefined {
  return byConfiguration.get(keyOf(configuration));
}

function keyOf({ name, parameter }: Configuration): string {
  return canonicalJson({ name, parameter });
}

/** The type of the table has every parameter in every row. */
function withoutGaps(parameter: Readonly<Record<string, Parameters[string] | undefined>>): Parameters {
  return parameter as Parameters;
}
