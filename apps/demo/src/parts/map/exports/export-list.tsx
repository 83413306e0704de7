import './exports.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { notifyError } from '../../../state/notices.ts';
import { download } from '../../../ui/download.ts';
import { current } from '../model/view.ts';
import { EXPORTS, type ExportKind, makeExport } from './make-export.ts';

interface ExportListProps {
  /** Whose: of all images that the layout places, or of those that are selected. */
  readonly of: 'all' | 'selection';
}

/** Files to take along. */
export function ExportList({ of }: ExportListProps): JSX.Element | null {
  const busy = useSignal<ExportKind | undefined>(undefined);
  const dataset = current.value;
  if (dataset === undefined) return null;
  const save = async (kind: ExportKind) => {
    busy.value = kind;
    try {
      const { name, content } = await makeExport(dataset, kind, of);
      download(name, content);
    } catch (error) {
      notifyError(error, 'The file could not be made');
    } finally {
      busy.value = undefined;
    }
  };
  return (
    <section class="exports" aria-label={of === 'all' ? 'Export the map' : 'Export the selection'}>
      <h3>{of === 'all' ? 'Export' : 'Export the selection'}</h3>
      <ul>
        {EXPORTS.filter(({ forSelection }) => of === 'all' || forSelection).map(
          ({ kind, title, meaning }) => (
            <li key={kind}>
              <button
                type="button"
                class="button"
                disabled={busy.value !== undefined}
                onClick={() => void save(kind)}
              >
                {busy.value === kind ? '…' : title}
              </button>
              <span class="note">{meaning}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
