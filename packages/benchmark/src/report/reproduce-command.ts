import type { Configuration } from '../configuration.ts';
import { parameterText } from './parameter-text.ts';
import { DATASET_NAMES, type ReportDataset } from './report-datasets.ts';

/** The command that does a row again, for a POSIX shell. */
export function reproduceCommand(configuration: Configuration, dataset: ReportDataset): string {
  const { name, parameter } = configuration;
  const filter = `${name} ${parameterText(parameter)}`.trimEnd();
  return `fashion-mnist benchmark --dataset ${DATASET_NAMES[dataset]} --filter ${quote(filter)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
