import { sortByValue } from '@fashion-mnist/benchmark/report';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Facet } from '../../../ui/facet.tsx';
import { toggled } from '../../../ui/toggled.ts';
import { benchmarkState, changeLeaderboard } from '../benchmark-state.ts';
import { ChartRow } from '../chart-row.tsx';
import { FilterField } from '../filter-field.tsx';
import { boardChart } from './board-chart.ts';
import { boardColumn } from './board-columns.ts';
import { type BoardRow, boardRows } from './board-rows.ts';
import { type BoardState, boardOrderBy, STATUSES } from './board-state.ts';
import { BoardTable } from './board-table.tsx';

const STATUS_TITLES: Readonly<Record<(typeof STATUSES)[number], string>> = {
  verified: 'Verified',
  runnable: 'Runnable',
  planned: 'Planned',
  'not-reproducible': 'Not reproducible',
  constant: 'A constant',
};

const STATUS_MEANINGS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  verified: 'A run of ours has reached it',
  runnable: 'There is a recipe; nobody has run it on all images yet',
  planned: 'Possible, once what it needs is built',
  'not-reproducible': 'Too little is known, or it is out of reach',
  constant: "No program's accuracy",
};

/** What was claimed in the original's table, and what of it was verified. */
export function LeaderboardSection(): JSX.Element {
  const rows = useMemo(boardRows, []);
  const open = useSignal<ReadonlySet<string>>(new Set());
  const state = benchmarkState.value.leaderboard;
  const shown = useMemo(() => shownOf(rows, state), [rows, state]);
  const charts = useMemo(() => [boardChart(shown)], [shown]);
  const present = STATUSES.filter((status) => rows.some((row) => row.status === status));
  const claimed = rows.filter((row) => row.claimed !== null);
  const verified = claimed.filter(({ status }) => status === 'verified');
  return (
    <>
      <p class="bench-lead">
        {claimed.length} rows of the original's table, as their submitters claimed them. {verified.length}{' '}
        were run again from their recipe and reached; the bars are 95 % intervals of an accuracy on 10,000
        images.
      </p>
      <div class="bench-controls">
        <FilterField
          label="Filter by classifier, preprocessing and submitter"
          placeholder="Filter, as: conv pooling"
          value={state.filter}
          found={`${shown.length} of ${rows.length}`}
          onFilter={(text) => changeLeaderboard({ filter: text })}
        />
        <div class="facets" role="group" aria-label="Statuses">
          {present.map((status) => (
            <Facet
              key={status}
              title={STATUS_MEANINGS[status]}
              isShown={!state.hidden.has(status)}
              count={rows.filter((row) => row.status === status).length}
              onToggle={() => changeLeaderboard({ hidden: toggled(state.hidden, status) })}
            >
              {STATUS_TITLES[status]}
            </Facet>
          ))}
        </div>
      </div>
      <ChartRow charts={charts} />
      {shown.length === 0 ? (
        <p class="bench-nothing">No row has all these words.</p>
      ) : (
        <BoardTable
          rows={shown}
          order={state.order}
          open={open}
          onSort={(column) => changeLeaderboard({ order: boardOrderBy(state, column) })}
        />
      )}
    </>
  );
}

function shownOf(rows: readonly BoardRow[], { filter, hidden, order }: BoardState): readonly BoardRow[] {
  const words = filter.trim().toLowerCase().split(/\s+/);
  const found = rows.filter(({ id, classifier, preprocessing, submitter, status }) => {
    const text = `${id} ${classifier} ${preprocessing} ${submitter}`.toLowerCase();
    return !hidden.has(status) && words.every((word) => text.includes(word));
  });
  return sortByValue(found, boardColumn(order.column).valueOf, order.isDescending);
}
