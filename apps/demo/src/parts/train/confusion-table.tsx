import { classColor } from '@fashion-mnist/visualize/class-colors';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatCount } from '../../ui/format.ts';
import { inkOn } from '../../ui/ink-on.ts';
import { type ConfusionCell, type Confusions, shareOfCell } from './count-confusions.ts';

interface ConfusionTableProps {
  readonly confusions: Confusions;
  readonly classNames: readonly string[];
  readonly chosen: ConfusionCell | undefined;
  readonly onChoose: (cell: ConfusionCell | undefined) => void;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows are classes, columns answers. One cell is in the order of Tab, arrow keys go on from there. */
export function ConfusionTable(props: ConfusionTableProps): JSX.Element {
  const { confusions, classNames, chosen, onChoose } = props;
  const { classCount } = confusions;
  const table = useRef<HTMLTableElement>(null);
  const entry = useSignal(0);
  const classes = Array.from({ length: classCount }, (_, label) => label);

  function move(event: KeyboardEvent, { label, answer }: ConfusionCell): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.min(classCount - 1, Math.max(0, label + step[0]));
    const column = Math.min(classCount - 1, Math.max(0, answer + step[1]));
    entry.value = row * classCount + column;
    table.current?.querySelectorAll('button')[entry.value]?.focus();
  }

  return (
    <table class="train-confusions" ref={table}>
      <caption class="visually-hidden">Held-out images by class (rows) and answer (columns)</caption>
      <thead>
        <tr>
          <td />
          {classes.map((label) => (
            <th key={label} scope="col">
              <ClassDigit label={label} name={classNames[label] ?? ''} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((label) => (
          <tr key={label}>
            <th scope="row">
              <ClassDigit label={label} name={classNames[label] ?? ''} isNamed={true} />
            </th>
            {classes.map((answer) => (
              <td key={answer}>
                <CellButton
                  confusions={confusions}
                  classNames={classNames}
                  cell={{ label, answer }}
                  isChosen={chosen?.label === label && chosen.answer === answer}
                  isEntry={label * classCount + answer === entry.value}
                  onChoose={onChoose}
                  onFocus={() => {
                    entry.value = label * classCount + answer;
                  }}
                  onKey={(event) => move(event, { label, answer })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellButtonProps extends Omit<ConfusionTableProps, 'chosen'> {
  readonly cell: ConfusionCell;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function CellButton({ confusions, classNames, cell, ...props }: CellButtonProps): JSX.Element {
  const { label, answer } = cell;
  const { count, share } = shareOfCell(confusions, cell);
  const isRight = label === answer;
  const taken = isRight ? 'named rightly' : `taken for ${classNames[answer]}`;
  const text = `${formatCount(count)} of ${classNames[label]} ${taken}`;
  return (
    <button
      type="button"
      class={isRight ? 'train-cell train-cell-right' : 'train-cell'}
      style={{ '--share': Math.sqrt(share).toFixed(3) }}
      tabIndex={props.isEntry ? 0 : -1}
      aria-pressed={props.isChosen}
      aria-label={text}
      title={text}
      onFocus={props.onFocus}
      onKeyDown={props.onKey}
      onClick={() => props.onChoose(props.isChosen ? undefined : cell)}
    >
      {count === 0 ? '' : count}
    </button>
  );
}

interface ClassDigitProps {
  readonly label: number;
  readonly name: string;
  /** Whether its name is in sight where there is room. */
  readonly isNamed?: boolean;
}

function ClassDigit({ label, name, isNamed = false }: ClassDigitProps): JSX.Element {
  const color = classColor(label);
  return (
    <span class="class-label" title={name}>
      <i style={{ '--swatch': color, '--swatch-ink': inkOn(color) }} aria-hidden="true">
        {label}
      </i>
      <span class={isNamed ? 'train-class-name' : 'visually-hidden'}>{name}</span>
    </span>
  );
}
