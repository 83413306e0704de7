import { classColor } from '@fashion-mnist/visualize/class-colors';
import { moveFocusByArrowKeys } from './arrow-keys.ts';
import type { ClassFilter } from './class-filter.ts';
import { formatCount } from './count-text.ts';

export interface LegendOptions {
  readonly list: HTMLElement;
  /** Shows every class, or hides every class when all are shown. */
  readonly everyClassButton: HTMLButtonElement;
  readonly classNames: readonly string[];
  readonly onToggle: (label: number) => void;
  readonly onToggleEvery: () => void;
  /** A class is pointed at or has the focus; `undefined` when it no longer is. */
  readonly onEmphasise: (label: number | undefined) => void;
}

/** The list of classes. */
export interface Legend {
  update(filter: ClassFilter, counts: readonly number[]): void;
}

export function createLegend(options: LegendOptions): Legend {
  const { list, everyClassButton, classNames, onToggleEvery } = options;
  const entries = classNames.map((className, label) => createEntry(className, label, options));
  list.replaceChildren(...entries.map(({ item }) => item));
  moveFocusByArrowKeys(list);
  everyClassButton.addEventListener('click', onToggleEvery);
  return {
    update: (filter, counts) => {
      entries.forEach(({ button, count }, label) => {
        button.ariaPressed = `${filter[label] === true}`;
        count.textContent = formatCount(counts[label] ?? 0);
      });
      everyClassButton.textContent = filter.every(Boolean) ? 'Hide all' : 'Show all';
    },
  };
}

interface Entry {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly count: HTMLSpanElement;
}

function createEntry(className: string, label: number, { onToggle, onEmphasise }: LegendOptions): Entry {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.label = `${label}`;
  const swatch = span('swatch', '');
  swatch.style.setProperty('--swatch', classColor(label));
  const count = span('count', '');
  button.append(swatch, span('name', className), count);
  button.addEventListener('click', () => onToggle(label));
  button.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType === 'mouse') onEmphasise(label);
  });
  button.addEventListener('focus', () => {
    if (button.matches(':focus-visible')) onEmphasise(label);
  });
  button.addEventListener('blur', () => onEmphasise(undefined));
  button.addEventListener('pointerleave', () => onEmphasise(undefined));
  item.append(button);
  return { item, button, count };
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
