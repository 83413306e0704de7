import type { JSX } from 'preact';
import { formatCount, formatShare } from '../../ui/format.ts';
import { type Cell, type Confusion, countOf, shareOf } from './confusion.ts';

interface ConfusionCellProps {
  readonly cell: Cell;
  readonly confusion: Confusion;
  readonly classNames: readonly string[];
  readonly isChosen: boolean;
  /** Whether Tab leads here. */
  readonly isEntry: boolean;
  readonly onFocus: (cell: Cell) => void;
  readonly onChoose: (cell: Cell | undefined) => void;
}

/** A cell of the matrix. Pressed once more, it is no longer chosen. */
export function ConfusionCell(props: ConfusionCellProps): JSX.Element {
  const { cell, confusion, classNames, isChosen, isEntry, onFocus, onChoose } = props;
  const [count, share] = [countOf(confusion, cell), shareOf(confusion, cell)];
  const isEmpty = count === 0;
  const isSlight = !isEmpty && share < 0.005;
  const hidden = isEmpty ? 'visually-hidden' : undefined;
  return (
    <td class={cell.label === cell.predicted ? 'confusion-right' : undefined}>
      <button
        type="button"
        class={isSlight ? 'confusion-cell confusion-slight' : 'confusion-cell'}
        data-cell={`${cell.label}-${cell.predicted}`}
        style={{ '--heat': heatOf(share) }}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isChosen}
        title={`${meaningOf(cell, classNames)}: ${formatShare(share)}`}
        onFocus={() => onFocus(cell)}
        onClick={() => onChoose(isChosen ? undefined : cell)}
      >
        <span class="visually-hidden">{meaningOf(cell, classNames)}: </span>
        <b class={hidden}>{formatCount(count)}</b>
        <span class="visually-hidden"> {count === 1 ? 'image' : 'images'}, </span>
        <small class={hidden}>
          {isSlight ? '<1' : Math.round(100 * share)}
          <span> %</span>
        </small>
      </button>
    </td>
  );
}

function meaningOf({ label, predicted }: Cell, names: readonly string[]): string {
  return label === predicted
    ? `${names[label]}, recognised`
    : `${names[label]} taken for ${names[predicted]}`;
}

/** Small shares are to be seen too; a quarter of a row is as bad as it gets. */
function heatOf(share: number): string {
  return `${(100 * Math.sqrt(Math.min(1, share / 0.25))).toFixed(1)}%`;
}
