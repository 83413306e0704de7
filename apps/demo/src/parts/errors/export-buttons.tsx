import type { JSX } from 'preact';
import { download } from '../../ui/download.ts';
import { type ListRow, listAsCsv, listAsJson, type Provenance } from './list-file.ts';

interface ExportButtonsProps {
  /** Of the file, without an ending. */
  readonly name: string;
  readonly isEmpty: boolean;
  readonly rows: () => readonly ListRow[];
  readonly provenance: () => Provenance;
}

/** Saves a list, whole, with where it comes from. */
export function ExportButtons({ name, isEmpty, rows, provenance }: ExportButtonsProps): JSX.Element {
  const saveJson = () => {
    const text = listAsJson(rows(), provenance());
    download(`${name}.json`, new Blob([text], { type: 'application/json' }));
  };
  const saveCsv = () => {
    const text = listAsCsv(rows(), provenance());
    download(`${name}.csv`, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <span class="errors-export">
      <button type="button" class="button" disabled={isEmpty} onClick={saveCsv}>
        Save as CSV
      </button>
      <button type="button" class="button" disabled={isEmpty} onClick={saveJson}>
        Save as JSON
      </button>
    </span>
  );
}
