import { filterConfigurations } from '../filter-configurations.ts';
import type { ReportDocument } from '../report-json.ts';
import { createControls } from './controls.ts';
import { copyCommands } from './copy-commands.ts';
import { formatState, orderBy, orderIn, type PageState, parseState } from './page-state.ts';
import { createPlots } from './plots.ts';
import { createTable } from './table.ts';

/** Brings the page to life: it shows what its address says, and its address what it shows. */
export function startPage({ rows }: ReportDocument): void {
  let state = parseState(location.hash);

  const change = (changes: Partial<PageState>) => {
    state = { ...state, ...changes };
    const fragment = formatState(state);
    history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
    show();
  };
  const controls = createControls({
    onView: (view) => change({ view, order: orderIn(view, state.order) }),
    onFilter: (filter) => change({ filter }),
    onHidden: (hidden) => change({ hidden }),
  });
  const table = createTable(rows, {
    onOrder: (column) => change({ order: orderBy(state, column) }),
    onPoint: (row) => plots.emphasise(row),
  });
  const plots = createPlots(rows, {
    onPoint: (row) => {
      table.emphasise(row);
      plots.emphasise(row);
    },
    onChoose: (row) => table.reveal(row),
  });

  const show = () => {
    document.documentElement.dataset['view'] = state.view;
    const found = new Set(filterConfigurations(rows, state.filter));
    const shown = new Set(
      rows.flatMap((row, index) => (found.has(row) && !state.hidden.has(row.name) ? [index] : [])),
    );
    controls.update(state, shown.size, rows.length);
    table.update(state.order, shown);
    plots.update(state.view, shown);
  };

  addEventListener('hashchange', () => {
    state = parseState(location.hash);
    show();
  });
  copyCommands(() => state.view);
  document.documentElement.classList.add('scripted');
  show();
}
