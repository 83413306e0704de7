import { parseResults, type ResultRow } from '@fashion-mnist/benchmark/report';
import { formatCount } from '../../../ui/format.ts';

/** A results file of the reader's. */
export interface OwnResults {
  readonly name: string;
  readonly rows: readonly ResultRow[];
  /** What is wrong with it, in sentences. */
  readonly problems: readonly string[];
}

/** Larger files are no results of this benchmark: the kept ones have 0.15 MB each. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * Reads a results file of the reader's, ours or the original's.
 *
 * @throws {Error} it is too large, or a line is no row; the message is fit to be shown.
 */
export async function readOwnResults(file: File): Promise<OwnResults> {
  if (file.size > MOST_BYTES) {
    const size = `${formatCount(Math.round(file.size / 2 ** 20))} MiB`;
    throw new Error(`${file.name} has ${size}; results files of up to 16 MiB are read`);
  }
  const { rows, problems } = parseResults(await file.text(), { file: file.name });
  if (rows.length === 0 && problems.length === 0) throw new Error(`${file.name} is empty`);
  return { name: file.name, rows, problems: problems.map(({ message }) => `${message}.`) };
}
