import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import type { SplitChoice } from '../../../share/map-link.ts';
import { dataset, datasetNamed, datasets } from '../../../state/datasets.ts';

/** What the reader wants to see. Shared by the maps, one or two, that are in view. */

/** Name of the dataset beside the first; undefined: one map fills the place. */
export const beside: Signal<string | undefined> = signal<string | undefined>(undefined);

export const split: Signal<SplitChoice> = signal<SplitChoice>('all');

/** The layout that is wanted; undefined: the best there is. */
export const layoutId: Signal<string | undefined> = signal<string | undefined>(undefined);

/** Labels of the classes that are not seen. */
export const hidden: Signal<ReadonlySet<number>> = signal<ReadonlySet<number>>(new Set());

/** The label whose images stand out for as long as the reader points at it. */
export const pointedLabel: Signal<number | undefined> = signal<number | undefined>(undefined);

/** Name of the dataset whose map was touched last. */
export const touched: Signal<string | undefined> = signal<string | undefined>(undefined);

/** The datasets in view, from left to right. */
export const shown: ReadonlySignal<readonly Dataset[]> = computed(() => {
  const other = datasetNamed(beside.value);
  const first = dataset.value;
  if (first === undefined) return [];
  return other === undefined || other === first ? [first] : [first, other];
});

/** The dataset that counts, tables and exports are about. */
export const current: ReadonlySignal<Dataset | undefined> = computed(
  () => shown.value.find(({ entry }) => entry.name === touched.value) ?? shown.value[0],
);

/** A dataset that can stand beside the first one. */
export const neighborDataset: ReadonlySignal<Dataset | undefined> = computed(() =>
  datasets.value?.find((other) => other !== dataset.value),
);

/** The layout of a dataset that comes nearest to what is wanted; undefined: it has none. */
export function layoutOf({ layouts }: Dataset): LayoutEntry | undefined {
  const wanted = layoutId.value;
  const all = layouts.value;
  return (
    all.find(({ id }) => id === wanted) ??
    all.find(({ method }) => wanted?.startsWith(method)) ??
    all.find(({ method }) => method === 'umap') ??
    all[0]
  );
}

export function toggleClass(label: number): void {
  const next = new Set(hidden.value);
  if (!next.delete(label)) next.add(label);
  hidden.value = next;
}

/** Shows one class alone, or all of them when it is alone already. */
export function isolateClass(label: number, classCount: number): void {
  const others = Array.from({ length: classCount }, (_, other) => other).filter((other) => other !== label);
  const isAlone = !hidden.value.has(label) && others.every((other) => hidden.value.has(other));
  hidden.value = new Set(isAlone ? [] : others);
}
