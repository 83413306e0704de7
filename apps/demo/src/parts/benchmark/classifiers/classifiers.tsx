import { headlineFacts, orderIn, VIEW_TITLES, VIEWS } from '@fashion-mnist/benchmark/report';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Choice } from '../../../ui/choice.tsx';
import { benchmarkState, changeClassifiers } from '../benchmark-state.ts';
import { ChartRow } from '../chart-row.tsx';
import { FactList } from '../fact-list.tsx';
import { FilterField } from '../filter-field.tsx';
import { datasetsChart, paperChart, timeChart } from './charts.ts';
import { FamilyFacets } from './family-facets.tsx';
import type { Results } from './results.ts';
import { ResultsTable } from './results-table.tsx';
import { useTable } from './use-table.ts';

interface ClassifiersProps {
  readonly results: Results;
  readonly hasOwn: boolean;
  /** What opens a file of the reader's. */
  readonly children: ComponentChildren;
}

/** The configurations of the original's benchmark: ours beside the paper's, and the reader's beside both. */
export function Classifiers({ results, hasOwn, children }: ClassifiersProps): JSX.Element {
  const { view, filter, hidden, order: reportOrder } = benchmarkState.value.classifiers;
  const { columns, order, rows, sortBy } = useTable(results, hasOwn);
  const charts = useMemo(
    () => (view === 'both' ? [datasetsChart(rows)] : [timeChart(rows, view), paperChart(rows, view)]),
    [rows, view],
  );
  return (
    <>
      <FactList facts={headlineFacts(results.report)} />
      <div class="bench-controls">
        <Choice
          legend="Dataset"
          options={VIEWS.map((value) => ({ value, title: VIEW_TITLES[value] }))}
          value={view}
          onChange={(value) => changeClassifiers({ view: value, order: orderIn(value, reportOrder) })}
        />
        <FilterField
          label="Filter by classifier and parameters"
          placeholder="Filter, as: svc rbf"
          value={filter}
          found={`${rows.length} of ${results.rows.length}`}
          onFilter={(text) => changeClassifiers({ filter: text })}
        />
        {children}
      </div>
      <FamilyFacets
        rows={results.rows}
        hidden={hidden}
        onChange={(names) => changeClassifiers({ hidden: names })}
      />
      <ChartRow charts={charts} />
      {rows.length === 0 ? (
        <p class="bench-nothing">No configuration has all these words in its name and parameters.</p>
      ) : (
        <ResultsTable
          rows={rows}
          columns={columns}
          order={order}
          view={view}
          runsOf={results.runsOf}
          onSort={sortBy}
        />
      )}
      <Notes sentences={results.report.notes} />
    </>
  );
}

function Notes({ sentences }: { readonly sentences: readonly string[] }): JSX.Element {
  return (
    <section class="bench-notes">
      <h3>How to read this</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
