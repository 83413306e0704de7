import { readFile } from 'node:fs/promises';
import { type ParsedResults, parseResults } from '../../results/parse-results.ts';

/**
 * The rows of a results file. A runner may be writing to it: then the last line may not be there to its end, which is
 * told as a problem.
 *
 * @throws {BenchmarkError} `E_RESULTS` - a line is no row.
 * @throws what the file system throws.
 */
export async function readResults(path: string): Promise<ParsedResults> {
  return parseResults(await readFile(path, 'utf8'), { file: path });
}
