import { type ColumnKey, REPORT_COLUMNS } from '../report-columns.ts';
import type { ReportRow } from '../report-row.ts';
import { type RowOrder, sortRows } from '../sort-rows.ts';
import { allElements, requireElement } from './require-element.ts';

export interface TableOptions {
  readonly onOrder: (column: ColumnKey) => void;
  /** A row is pointed at; undefined when it no longer is. */
  readonly onPoint: (row: number | undefined) => void;
}

/** The rows, in order and as far as they are shown. */
export interface Table {
  update(order: RowOrder, shown: ReadonlySet<number>): void;
  /** Marks a row, or none. */
  emphasise(row: number | undefined): void;
  /** Marks a row and brings it into sight. */
  reveal(row: number): void;
}

export function createTable(rows: readonly ReportRow[], { onOrder, onPoint }: TableOptions): Table {
  const body = requireElement('tbody', HTMLTableSectionElement);
  const elements = allElements('tr', HTMLTableRowElement, body);
  const titles = allElements('th[data-column]', HTMLTableCellElement);
  const nothing = requireElement('#nothing', HTMLParagraphElement);
  const indexOf = new Map(rows.map((row, index) => [row, index]));

  for (const title of titles) {
    const column = REPORT_COLUMNS.find(({ key }) => key === title.dataset['column']);
    if (column !== undefined) title.addEventListener('click', () => onOrder(column.key));
  }
  elements.forEach((element, row) => {
    element.addEventListener('pointerenter', () => onPoint(row));
    element.addEventListener('pointerleave', () => onPoint(undefined));
  });

  const emphasise = (row: number | undefined) => {
    elements.forEach((element, index) => element.classList.toggle('pointed', index === row));
  };
  return {
    update(order, shown) {
      for (const title of titles)
        if (title.dataset['column'] === order.column)
          title.ariaSort = order.isDescending ? 'descending' : 'ascending';
        else title.removeAttribute('aria-sort');
      elements.forEach((element, index) => (element.hidden = !shown.has(index)));
      const sorted = sortRows(rows, order).map((row) => elements[indexOf.get(row) ?? 0]);
      body.append(...sorted.filter((element) => element !== undefined));
      nothing.hidden = shown.size > 0;
    },
    emphasise,
    reveal(row) {
      emphasise(row);
      elements[row]?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    },
  };
}
