import { existsSync } from 'node:fs';
import { listDatasets } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';
import { holdsDataset, resolveDataset } from '../datasets/resolve-dataset.ts';
import { describeFile } from '../info/describe-file.ts';
import { summarizeDataset } from '../info/summarize-dataset.ts';

export interface InfoCommandOptions extends CommonOptions {
  readonly cacheDir?: string;
}

export async function infoCommand(
  subject: string,
  options: InfoCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { lines, data } = isFile(subject)
    ? await describeFile(subject, context.signal)
    : await summarizeDataset(await resolveDataset(subject, 'a file'), options, context);
  context.print(lines, data);
}

/** Names of IDX files have no dot: one of the working folder counts as a file, unless a dataset is called so. */
function isFile(subject: string): boolean {
  if (listDatasets().includes(subject) || /\.json$/i.test(subject) || holdsDataset(subject)) return false;
  return /[./\\]/.test(subject) || existsSync(subject);
}
