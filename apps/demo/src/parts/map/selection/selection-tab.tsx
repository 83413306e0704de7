import './selection.css';
import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { selectionOf } from '../../../state/selection.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatCount, formatShare } from '../../../ui/format.ts';
import { ExportList } from '../exports/export-list.tsx';
import { useLabels } from '../image/use-labels.ts';
import { paneOf } from '../model/panes.ts';
import { current } from '../model/view.ts';
import { classCounts } from './class-counts.ts';
import { ImageTable } from './image-table.tsx';

/** The selected images: how many of each class, each one in a table, and as files. */
export function SelectionTab(): JSX.Element | null {
  const dataset = current.value;
  const labels = useLabels(dataset);
  if (dataset === undefined || labels === undefined) return null;
  const { name } = dataset.entry;
  const selection = selectionOf(name);
  const ids = selection.value;
  if (ids.length === 0) return <NothingSelected />;
  return (
    <section class="selection" aria-label="Selected images">
      <header class="panel-heading">
        <h2>
          {formatCount(ids.length)} {ids.length === 1 ? 'image' : 'images'}
        </h2>
        <span class="buttons">
          <button type="button" class="button" onClick={() => paneOf(name).viewer.peek()?.fit(ids)}>
            Show on map
          </button>
          <button type="button" class="button" onClick={() => (selection.value = new Uint32Array())}>
            Clear
          </button>
        </span>
      </header>
      <ClassBars dataset={dataset} counts={classCounts(ids, labels, dataset.entry.classNames.length)} />
      <ImageTable key={name} dataset={dataset} ids={ids} labels={labels} />
      <ExportList of="selection" />
    </section>
  );
}

function NothingSelected(): JSX.Element {
  return (
    <p class="note">
      Nothing is selected. Draw a lasso (L) or a box (B) around images on the map; with the keyboard, go to an
      image with N and press Space, or G for its neighbours too.
    </p>
  );
}

function ClassBars({
  dataset,
  counts,
}: {
  readonly dataset: Dataset;
  readonly counts: Uint32Array;
}): JSX.Element {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  const rows = Array.from(counts, (count, label) => ({ label, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  return (
    <ul class="class-bars" aria-label="By class">
      {rows.map(({ label, count }) => (
        <li key={label} style={{ '--share': `${(100 * count) / most}%` }}>
          <ClassLabel label={label} name={dataset.entry.classNames[label] ?? ''} />
          <span>
            {formatCount(count)} <small>{formatShare(count / total, 0)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
