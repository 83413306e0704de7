import { markdownTable } from '@fashion-mnist/benchmarks/markdown-table';
import type { SavedResult } from '@fashion-mnist/benchmarks/saved-result';
import { readFromRoot } from '../repository.ts';
import { resultPath } from './benchmark-groups.ts';

const MAPS = ['umap', 'tsne-70k'];

/** What is kept of the quality of maps of all images: ours and the peers', a row each. */
export function mapQuality(): string {
  const reports = MAPS.map((name) => (JSON.parse(readFromRoot(resultPath(name))) as SavedResult).report);
  const measures = (reports[0]?.comparisons ?? []).filter(({ unit }) => unit === '');
  const rows = reports.flatMap(({ comparisons }) =>
    (comparisons[0]?.results ?? []).map(({ name }) => [
      name,
      ...measures.map(({ title }) => {
        const measured = comparisons.find((comparison) => comparison.title === title);
        return measured?.results.find((result) => result.name === name)?.median.toFixed(3) ?? '';
      }),
    ]),
  );
  return markdownTable(['all 70,000 images', ...measures.map(({ title }) => title)], rows);
}
