import { readFile } from 'node:fs/promises';
import { parseLabels, parseSubmission, type Submission } from '@fashion-mnist/benchmark';
import { type IdxArray, isGzip, parseIdx, parseIdxGz } from '@fashion-mnist/idx-format';
import { UsageError } from '../usage-error.ts';

/** What a file hands in: labels, and of a JSON document also what is to be known of them. */
export async function readSubmission(path: string, signal: AbortSignal): Promise<Partial<Submission>> {
  const bytes = await readFile(path, { signal });
  if (isGzip(bytes)) return { labels: labelsOf(path, await parseIdxGz(bytes)) };
  // An IDX file begins with a zero byte, and no text does.
  if (bytes[0] === 0) return { labels: labelsOf(path, parseIdx(bytes)) };
  const text = bytes.toString('utf8');
  return /^\uFEFF?\s*\{/.test(text) ? parseSubmission(text) : { labels: parseLabels(text) };
}

function labelsOf(path: string, { data, shape }: IdxArray): readonly number[] {
  if (shape.length === 1) return Array.from(data);
  throw new UsageError(`${path}: expected labels [count], got [${shape.join(', ')}]`);
}
