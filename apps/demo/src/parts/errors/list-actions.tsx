import type { ComponentChildren, JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { ExportButtons } from './export-buttons.tsx';
import type { ListRow, Provenance } from './list-file.ts';
import { ShowOnMap } from './show-on-map.tsx';

interface ListActionsProps {
  readonly dataset: Dataset;
  /** What is listed, for the names of files. */
  readonly subject: string;
  readonly count: number;
  readonly ids: () => Iterable<number>;
  readonly rows: () => readonly ListRow[];
  readonly provenance: () => Provenance;
  /** Further actions, before these. */
  readonly children?: ComponentChildren;
}

/** What can be done with a whole list. */
export function ListActions(props: ListActionsProps): JSX.Element {
  const { dataset, subject, count, ids, rows, provenance, children } = props;
  return (
    <div class="errors-actions">
      {children}
      <ShowOnMap dataset={dataset} ids={ids} isEmpty={count === 0} />
      <ExportButtons
        name={`${dataset.entry.name}-${subject}`}
        isEmpty={count === 0}
        rows={rows}
        provenance={provenance}
      />
    </div>
  );
}
