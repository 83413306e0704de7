import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  baselinesGrid,
  buildReport,
  type ColumnKey,
  expandGrid,
  readResults,
  reportMarkdown,
  summarizeRows,
} from '../src/index.ts';

const COLUMNS: readonly ColumnKey[] = [
  'name',
  'parameter',
  'fashion-accuracy',
  'fashion-paper',
  'fashion-cpu',
  'mnist-accuracy',
  'mnist-paper',
  'mnist-difference',
  'mnist-cpu',
];

/** The kept rows as a document: the grid of the original, ours beside the paper's. */
export async function resultsMarkdown(): Promise<string> {
  const folder = new URL('./', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const kept = await Promise.all(files.map((name) => readResults(fileURLToPath(new URL(name, folder)))));
  const torn = kept.flatMap(({ problems }) => problems);
  if (torn.length > 0) throw new Error(`expected whole rows, got ${JSON.stringify(torn)}`);
  const summaries = kept.flatMap(({ rows }) => summarizeRows(rows));
  return reportMarkdown(buildReport(summaries, { grid: expandGrid(baselinesGrid) }), COLUMNS).trimEnd();
}
