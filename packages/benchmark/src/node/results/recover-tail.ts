import { appendFile, type FileHandle } from 'node:fs/promises';
import { parseResults } from '../../results/parse-results.ts';
import type { ResultRow } from '../../results/result-row.ts';

const NEWLINE = 0x0a;

/** What a results file holds, and how many bytes that are. */
export interface RecoveredResults {
  readonly rows: readonly ResultRow[];
  readonly byteLength: number;
}

/**
 * Reads a results file, and makes it end with a whole line. A torn last line is moved to a file beside it, whose name
 * ends in `.torn`.
 *
 * @throws {BenchmarkError} `E_RESULTS` - a line is no row; then nothing is changed.
 */
export async function recoverTail(file: FileHandle, path: string): Promise<RecoveredResults> {
  const content = await readAll(file);
  const { rows, problems } = parseResults(content.toString('utf8'), { file: path });
  const wholeLength = content.lastIndexOf(NEWLINE) + 1;
  if (problems.length > 0) {
    await appendFile(`${path}.torn`, content.subarray(wholeLength), { flush: true });
    await file.truncate(wholeLength);
    await file.sync();
    return { rows, byteLength: wholeLength };
  }
  if (wholeLength === content.length) return { rows, byteLength: wholeLength };
  await file.appendFile('\n');
  await file.sync();
  return { rows, byteLength: content.length + 1 };
}

/** From the start, wherever the handle stands. */
async function readAll(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const content = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(content, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return content.subarray(0, length);
}
