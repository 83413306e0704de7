import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveResults } from './save-results.ts';
import type { SavedResult } from './saved-result.ts';

const result = (name: string, median: number): SavedResult => ({
  date: '2026-11-24',
  machine: { cpu: 'CPU', coreCount: 2, memoryGb: 24, node: 'v24.21.0', load: 0.1 },
  report: {
    name,
    question: 'How long?',
    rounds: 3,
    comparisons: [
      {
        title: 'time',
        unit: 'ms',
        results: [
          { name: 'ours', median, min: median, max: median },
          { name: 'peer', versions: 'Python 3.11.2', median: 58_000, min: 57_000, max: 60_000 },
        ],
        absent: [{ name: 'other', reason: 'not installed' }],
        judgements: [
          {
            target: { of: 'peer', to: 'ours', bound: { atLeast: 3 }, aim: 6 },
            reached: 58_000 / median,
            verdict: 'met',
          },
          { target: { of: 'other', to: 'ours', bound: { atMost: 1 } }, verdict: 'absent' },
        ],
      },
    ],
  },
});

describe('saveResults', () => {
  let folder: string;
  const readme = async () => (await readFile(join(folder, 'README.md'), 'utf8')).split('\n');
  const cells = (line: string | undefined) =>
    line
      ?.split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'results-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps a result as it is', async () => {
    await saveResults(folder, [result('umap', 14_500)], ['umap']);
    expect(JSON.parse(await readFile(join(folder, 'umap.json'), 'utf8'))).toEqual(result('umap', 14_500));
  });

  it('shows what each target asked for and what was reached', async () => {
    await saveResults(folder, [result('umap', 14_500)], ['umap']);
    const rows = (await readme()).filter((line) => line.startsWith('| `umap`')).map(cells);
    expect(rows).toEqual([
      ['`umap`', 'time', 'peer / ours', '>= 3.00', '>= 6.00', '4.00', 'met'],
      ['`umap`', 'time', 'other / ours', '<= 1.00', '', '', 'absent'],
    ]);
  });

  it('shows the figures of each contender, its machine and its day', async () => {
    await saveResults(folder, [result('umap', 14_500)], ['umap']);
    const lines = await readme();
    expect(lines).toContain('2026-11-24; CPU, 2 cores, 24 GB, Node v24.21.0, load 0.1; 3 rounds.');
    expect(cells(lines.find((line) => line.startsWith('| peer')))).toEqual([
      'peer (Python 3.11.2)',
      '58.0 s',
      '57.0 s',
      '60.0 s',
    ]);
    expect(cells(lines.find((line) => line.startsWith('| other')))).toEqual([
      'other',
      'skipped: not installed',
      '',
      '',
    ]);
  });

  it('keeps results of other benchmarks on the page, in the order of the benchmarks', async () => {
    await saveResults(folder, [result('pca', 1)], ['umap', 'pca']);
    await saveResults(folder, [result('umap', 2)], ['umap', 'pca']);
    const headings = (await readme()).filter((line) => line.startsWith('## '));
    expect(headings).toEqual(['## Targets', '## umap', '## pca']);
  });

  it('replaces an older result of the same benchmark', async () => {
    await saveResults(folder, [result('umap', 10)], ['umap']);
    await saveResults(folder, [result('umap', 20)], ['umap']);
    expect((await readme()).filter((line) => line.startsWith('| ours'))).toEqual([
      expect.stringContaining('20.0 ms'),
    ]);
  });
});
