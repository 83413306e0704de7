import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { resultsMarkdown } from '../results/results-markdown.ts';
import { baselinesGrid, expandGrid, type JobStatus, type ResultRow, readResults } from '../src/index.ts';
import { fitOf } from '../src/jobs/fit-of.ts';
import { fillBlock } from '../src/leaderboard/table/fill-block.ts';
import { filterConfigurations } from '../src/report/filter-configurations.ts';
import { reproduceCommand } from '../src/report/reproduce-command.ts';
import { configurationKey } from '../src/report/summarize-rows.ts';

const folder = new URL('../results/', import.meta.url);
const RENEW = 'stale: renew it by `pnpm run results:docs` in packages/benchmark, then `npm run format`';

/** Tables as they are before a formatter aligns their columns. */
function withoutPadding(markdown: string): string {
  return markdown.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');
}

function expectedStatus(row: ResultRow, invalid: readonly string[]): JobStatus {
  if (invalid.includes(configurationKey(row))) return 'invalid';
  return row.name === 'GaussianProcessClassifier' ? 'refused' : 'done';
}

describe.each(['fashion-mnist', 'mnist'])('the kept rows of %s', (dataset) => {
  const rowsOf = async () => (await readResults(fileURLToPath(new URL(`${dataset}.jsonl`, folder)))).rows;

  it('are of the published files, and of all their samples', async () => {
    for (const { job } of await rowsOf()) {
      expect(job?.dataset.name).toBe(describeDataset(dataset).name);
      expect(job?.samples).toEqual({ train: null, test: null });
    }
  });

  it('are each chosen alone by the filter of their command', async () => {
    const { configurations, leftOut } = expandGrid(baselinesGrid);
    const all = [...configurations, ...leftOut.map(({ configuration }) => configuration)];
    for (const row of await rowsOf()) {
      const filter = /--filter '(.*)'$/.exec(reproduceCommand(row, 'fashion'))?.[1] ?? '';
      const chosen = filterConfigurations(all, filter);
      expect(chosen.map(configurationKey)).toEqual([configurationKey(row)]);
    }
  });

  it('are of combinations of the grid, none of them twice', async () => {
    const rows = await rowsOf();
    const { configurations, leftOut } = expandGrid(baselinesGrid);
    const invalid = leftOut.map(({ configuration }) => configurationKey(configuration));
    const combinations = new Set([...configurations.map(configurationKey), ...invalid]);
    expect(rows.filter((row) => !combinations.has(configurationKey(row)))).toEqual([]);
    expect(new Set(rows.map(({ job }) => job?.id)).size).toBe(rows.length);
    for (const row of rows) expect(row.status).toBe(expectedStatus(row, invalid));
  });

  it('are of every combination of the grid', async () => {
    const { configurations, leftOut } = expandGrid(baselinesGrid);
    const combinations = [...configurations, ...leftOut.map(({ configuration }) => configuration)];
    const done = new Set((await rowsOf()).map(configurationKey));
    expect([...done].toSorted()).toEqual(combinations.map(configurationKey).toSorted());
  });

  it('share a fit only where it is the same', async () => {
    const rows = await rowsOf();
    const jobOf = ({ name, parameter, job }: (typeof rows)[number]) => {
      if (job === null) throw new Error('expected a row of ours');
      return { name, parameter, ...job };
    };
    const shared = rows.filter(({ provenance }) => (provenance?.same_fit_as ?? null) !== null);
    for (const row of shared) {
      const other = rows.find(({ job }) => job?.id === row.provenance?.same_fit_as);
      if (other === undefined) throw new Error('expected the row whose fit it is');
      expect(fitOf(jobOf(row))).toBe(fitOf(jobOf(other)));
      expect(row.score).toEqual(other.score);
    }
    expect(shared).toHaveLength(9);
  });
});

it('have their table in README.md', async () => {
  const readme = await readFile(new URL('README.md', folder), 'utf8');
  const renewed = fillBlock(readme, 'results', await resultsMarkdown());
  expect(withoutPadding(readme) === withoutPadding(renewed), RENEW).toBe(true);
});
