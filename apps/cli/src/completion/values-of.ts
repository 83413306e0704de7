import { listDatasets } from '@fashion-mnist/dataset-fetch';
import type { Argument, Option } from 'commander';

/** What may stand in a place of the command line. */
export interface Values {
  readonly names: readonly string[];
  /** Whether a path may stand there, too. */
  readonly hasFiles: boolean;
}

const NOTHING: Values = { names: [], hasFiles: false };
const FILES: Values = { names: [], hasFiles: true };

const datasets = async (): Promise<Values> => ({ names: listDatasets(), hasFiles: true });
const files = async (): Promise<Values> => FILES;
const nothing = async (): Promise<Values> => NOTHING;

/** By the placeholder that the help shows, without dots and file ending. */
const VALUES: Readonly<Record<string, () => Promise<Values>>> = {
  dataset: datasets,
  datasets,
  'dataset|file': datasets,
  preset: async () => {
    const { presets } = await import('@fashion-mnist/transforms/presets');
    return { names: presets.map(({ name }) => name), hasFiles: true };
  },
  row: async () => {
    const { recipes } = await import('@fashion-mnist/benchmark');
    return { names: recipes.map(({ row }) => row), hasFiles: false };
  },
  'name|file': async () => {
    const { BASELINES } = await import('../benchmark/report-choices.ts');
    return { names: [BASELINES], hasFiles: true };
  },
  file: files,
  files,
  folder: files,
  model: files,
  path: files,
  photos: files,
  pictures: files,
  place: files,
  address: nothing,
  command: nothing,
  levels: nothing,
  MiB: nothing,
  name: nothing,
  number: nothing,
  rows: nothing,
  seconds: nothing,
  text: nothing,
  value: nothing,
  words: nothing,
};

/** What an option or an argument takes; undefined for a placeholder that is not known here. */
export function valuesOf(place: Option | Argument): (() => Promise<Values>) | undefined {
  const { argChoices } = place;
  if (argChoices !== undefined) return async () => ({ names: argChoices, hasFiles: false });
  return VALUES[placeholderOf(place)];
}

/** `files` of `--out <files...>`, `file` of `--sheet <file.png>`, `rows` of `--grid <rows>x<columns>`. */
export function placeholderOf(place: Option | Argument): string {
  const shown = 'flags' in place ? (/[<[]([^>\]]*)/.exec(place.flags)?.[1] ?? '') : place.name();
  return shown.replace(/\..*$/, '');
}
