import type { JSX } from 'preact';
import { notify, notifyError } from '../../../state/notices.ts';
import { formatCount } from '../../../ui/format.ts';
import { type OwnResults, readOwnResults } from './own-results.ts';

interface OwnFileProps {
  readonly own: OwnResults | undefined;
  readonly onOwn: (own: OwnResults | undefined) => void;
}

/** Opens a results file of the reader's, which never leaves the browser. */
export function OwnFile({ own, onOwn }: OwnFileProps): JSX.Element {
  if (own !== undefined) {
    return (
      <span class="bench-own">
        <span>
          <b>{own.name}</b>{' '}
          <small>
            {formatCount(own.rows.length)} {own.rows.length === 1 ? 'row' : 'rows'}
          </small>
        </span>
        <button type="button" class="quiet" aria-label={`Close ${own.name}`} onClick={() => onOwn(undefined)}>
          ×
        </button>
      </span>
    );
  }
  return (
    <label class="button bench-open">
      Open your results…
      <input
        type="file"
        accept=".jsonl,.json,.txt,application/jsonl"
        class="visually-hidden"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file !== undefined) void openOwn(file, onOwn);
        }}
      />
    </label>
  );
}

/** Reads a file that was picked or dropped, and tells what is wrong with it. */
export async function openOwn(file: File, onOwn: (own: OwnResults) => void): Promise<void> {
  try {
    const own = await readOwnResults(file);
    for (const problem of own.problems) notify({ kind: 'error', text: problem });
    onOwn(own);
  } catch (error) {
    notifyError(error, 'The file cannot be shown');
  }
}
