import './confusion.css';
import { classColor } from '@fashion-mnist/visualize/class-colors';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { inkOn } from '../../ui/ink-on.ts';
import type { Cell, Confusion } from './confusion.ts';
import { ConfusionCell } from './confusion-cell.tsx';
import { movedCell } from './moved-cell.ts';

interface ConfusionTableProps {
  readonly confusion: Confusion;
  readonly classNames: readonly string[];
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell | undefined) => void;
}

/** Labels against answers. Tab leads to one cell, arrow keys from cell to cell. */
export function ConfusionTable(props: ConfusionTableProps): JSX.Element {
  const { confusion, classNames, chosen, onChoose } = props;
  const table = useRef<HTMLTableElement>(null);
  const entry = useSignal<Cell>({ label: 0, predicted: 0 });

  function move(event: KeyboardEvent): void {
    const cell = movedCell(entry.value, event.key, classNames.length);
    if (cell === undefined) return;
    event.preventDefault();
    entry.value = cell;
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell.label}-${cell.predicted}"]`)?.focus();
  }

  return (
    <div class="confusion-frame">
      <table ref={table} class="confusion" onKeyDown={move}>
        <caption class="visually-hidden">
          Images by label (rows) and predicted class (columns), with their share of the label
        </caption>
        <thead>
          <tr>
            <td class="confusion-corner" aria-hidden="true">
              <span>label ↓</span> <span>answer →</span>
            </td>
            {classNames.map((name, label) => (
              <ClassHead key={label} scope="col" label={label} name={name} />
            ))}
          </tr>
        </thead>
        <tbody>
          {classNames.map((name, label) => (
            <tr key={label}>
              <ClassHead scope="row" label={label} name={name} />
              {classNames.map((_, predicted) => (
                <ConfusionCell
                  key={predicted}
                  cell={{ label, predicted }}
                  confusion={confusion}
                  classNames={classNames}
                  isChosen={chosen?.label === label && chosen.predicted === predicted}
                  isEntry={entry.value.label === label && entry.value.predicted === predicted}
                  onFocus={(cell) => {
                    entry.value = cell;
                  }}
                  onChoose={onChoose}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ClassHeadProps {
  readonly scope: 'col' | 'row';
  readonly label: number;
  readonly name: string;
}

function ClassHead({ scope, label, name }: ClassHeadProps): JSX.Element {
  const color = classColor(label);
  return (
    <th scope={scope}>
      <span class="confusion-class" title={name}>
        <i style={{ '--swatch': color, '--swatch-ink': inkOn(color) }} aria-hidden="true">
          {label}
        </i>
        <span>{name}</span>
      </span>
    </th>
  );
}
