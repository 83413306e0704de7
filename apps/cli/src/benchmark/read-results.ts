import { readFile } from 'node:fs/promises';
import { parseResults, type ResultSummary, summarizeRows } from '@fashion-mnist/benchmark';
import type { CommandContext } from '../context.ts';

/** `mnist=old.jsonl`: files of the original do not say what they are about. */
const NAMED = /^(fashion-mnist|mnist)=(.+)$/s;

/**
 * What files of results say, all together. The latest file counts where two have the same job.
 *
 * @param files - Paths, each with the dataset of the rows that name none before it, as `mnist=old.jsonl`.
 * @throws {BenchmarkError} `E_RESULTS` - a line of a file is no row.
 */
export async function readResults(
  files: readonly string[],
  { signal, progress }: CommandContext,
): Promise<readonly ResultSummary[]> {
  const rows = [];
  const summaries = [];
  for (const file of files) {
    const [, dataset, path = file] = NAMED.exec(file) ?? [];
    const results = parseResults(await readFile(path, { encoding: 'utf8', signal }), { file: path });
    for (const { message } of results.problems) progress.warn(message);
    rows.push(...results.rows.filter(({ job }) => job !== null));
    summaries.push(
      ...summarizeRows(
        results.rows.filter(({ job }) => job === null),
        { dataset },
      ),
    );
  }
  return [...summarizeRows(rows), ...summaries];
}
