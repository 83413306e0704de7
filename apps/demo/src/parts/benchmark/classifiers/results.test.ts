import type { ResultRow } from '@fashion-mnist/benchmark/report';
import { describe, expect, it } from 'vitest';
import { compareResults, loadKeptRows } from './results.ts';
import { shownRows } from './shown-rows.ts';
import { tableColumns } from './table-columns.ts';

/** A row as the original wrote it. */
function original(name: string, parameter: ResultRow['parameter'], accuracy: number): ResultRow {
  return {
    name,
    parameter,
    score: [accuracy],
    mean_accuracy: accuracy,
    std_accuracy: 0,
    time_per_repeat: 2,
    num_repeat: 1,
    start_time: 0,
    done_time: 1,
    status: 'done',
    reason: null,
    job: null,
    provenance: null,
  };
}

const NB = original('GaussianNB', { priors: [0.1] }, 0.6);

describe('results side by side', () => {
  it('has all 143 configurations of the kept files, on both datasets', async () => {
    const { rows, runsOf } = compareResults(await loadKeptRows());
    expect(rows).toHaveLength(143);
    const best = rows.find(({ ours }) => ours.name === 'SVC' && ours.parameterText === 'C=10 kernel=rbf');
    expect(best?.ours.fashion.paper).toBe(0.897);
    expect(best?.ours.mnist.paper).toBe(0.973);
    const [run] = runsOf(best?.key ?? '', 'fashion');
    expect(run?.mean_accuracy).toBe(best?.ours.fashion.accuracy);
    expect(run?.provenance?.predictions_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('puts the figures of a reader beside those of the same configuration', () => {
    const ours = [original('DecisionTreeClassifier', { max_depth: 10 }, 0.79), NB];
    const yours = [original('DecisionTreeClassifier', { max_depth: 10 }, 0.8)];
    const { rows } = compareResults(ours, yours);
    expect(rows.map(({ yours: own }) => own?.fashion.accuracy)).toEqual([0.8, null]);
    const gain = tableColumns('fashion', true).find(({ key }) => key === 'fashion-gain');
    expect(rows.map((row) => gain?.textOf(row))).toEqual(['+0.0100', '-']);
  });

  it('shows configurations that only the reader has', () => {
    const { rows } = compareResults([NB], [original('SVC', { C: 3 }, 0.9)]);
    expect(
      rows.map(({ ours, yours }) => [ours.name, ours.fashion.accuracy, yours?.fashion.accuracy]),
    ).toEqual([
      ['GaussianNB', 0.6, null],
      ['SVC', null, 0.9],
    ]);
  });

  it('filters by words, leaves families out and sorts by any column', () => {
    const { rows } = compareResults([
      original('SVC', { C: 1, kernel: 'rbf' }, 0.8),
      original('SVC', { C: 10, kernel: 'rbf' }, 0.9),
      original('SVC', { C: 1, kernel: 'linear' }, 0.7),
      NB,
    ]);
    const columns = tableColumns('fashion', false);
    const accuracies = (filter: string, hidden: readonly string[], column: string) =>
      shownRows(rows, { filter, hidden: new Set(hidden) }, columns, { column, isDescending: true }).map(
        ({ ours }) => ours.fashion.accuracy,
      );
    expect(accuracies('svc rbf', [], 'fashion-accuracy')).toEqual([0.9, 0.8]);
    expect(accuracies('', ['SVC'], 'fashion-accuracy')).toEqual([0.6]);
    expect(accuracies('', [], 'name')).toEqual([0.8, 0.9, 0.7, 0.6]);
  });
});
