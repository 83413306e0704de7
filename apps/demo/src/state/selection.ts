import { type Signal, signal } from '@preact/signals';

const selections = new Map<string, Signal<Uint32Array>>();

/** The selected ids of a dataset, ascending and without doubles; shared by all parts. */
export function selectionOf(dataset: string): Signal<Uint32Array> {
  let selection = selections.get(dataset);
  if (selection === undefined) {
    selection = signal(new Uint32Array());
    selections.set(dataset, selection);
  }
  return selection;
}

/** Selects ids of a dataset in place of those that are selected. */
export function select(dataset: string, ids: Iterable<number>): void {
  selectionOf(dataset).value = Uint32Array.from(new Set(ids)).toSorted();
}
