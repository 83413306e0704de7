import { toBibtex } from '../cite/to-bibtex.ts';
import type { CommandContext, CommonOptions } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { packageVersion } from '../package-version.ts';

export interface CiteCommandOptions extends CommonOptions {
  readonly bibtex?: boolean;
}

export async function citeCommand(
  argument: string,
  { bibtex = false }: CiteCommandOptions,
  { print }: CommandContext,
): Promise<void> {
  const { name, title, citation, licence, homepage } = await resolveDataset(argument);
  const entry = citation === '' ? '' : toBibtex(name, citation);
  const software = `fashion-mnist ${packageVersion()}`;
  const lines = [
    ...(citation === '' ? [`${title} names no work to cite.`] : ['Please cite:', `  ${citation}`]),
    `Licence of the data: ${licence}`,
    homepage,
    `Software: ${software}, MIT; its figures were made with this version.`,
  ];
  print(bibtex && entry !== '' ? [entry] : lines, {
    dataset: name,
    citation,
    bibtex: entry,
    licence,
    homepage,
    software,
  });
}
