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
  const name = `${meaningOf(cell, classNames)}: ${formatCount(count)} ${count === 1 ? 'image' : 'images'}, ${formatShare(share)}`;
  return (
    <td class={cell.label === cell.predicted ? 'confusion-right' : undefined}>
      <button
        type="button"
        class={`confusion-cell ${count === 0 ? 'confusion-empty' : share < 0.005 ? 'confusion-slight' : ''}`}
        data-cell={`${cell.label}-${cell.predicted}`}
        style={{ '--heat': heatOf(share) }}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={name}
        title={name}
        onFocus={() => onFocus(cell)}
        onClick={() => onChoose(isChosen ? undefined : cell)}
      >
        <b>{formatCount(count)}</b>
        <small>{share > 0 && share < 0.005 ? '<1' : Math.round(100 * share)}</small>
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
