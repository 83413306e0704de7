import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createDataset, type Dataset } from '../data/dataset.ts';
import { loadIndex } from '../data/load-index.ts';
import { notify } from './notices.ts';

const opened = signal<readonly Dataset[] | undefined>(undefined);
const chosen = signal<string | undefined>(undefined);

/** What the server has; undefined until it has answered. */
export const datasets: ReadonlySignal<readonly Dataset[] | undefined> = opened;

/** The dataset in view: the chosen one, else the first. */
export const dataset: ReadonlySignal<Dataset | undefined> = computed(() => {
  return datasetNamed(chosen.value) ?? opened.value?.[0];
});

export function chooseDataset(name: string): void {
  chosen.value = name;
}

export function datasetNamed(name: string | undefined): Dataset | undefined {
  return opened.value?.find(({ entry }) => entry.name === name);
}

/** Asks the server what it has. Where it does not answer, the reader is told and may try again. */
export async function openDatasets(): Promise<void> {
  try {
    const { datasets: entries } = await loadIndex();
    opened.value = entries.map(createDataset);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    notify({ kind: 'error', text, action: { title: 'Try again', run: () => void openDatasets() } });
  }
}

/** Takes up maps that the server has finished since. */
export async function refreshLayouts(): Promise<void> {
  const { datasets: entries } = await loadIndex();
  for (const { name, layouts } of entries) {
    const known = datasetNamed(name);
    if (known === undefined) continue;
    const fresh = layouts.filter(({ id }) => known.layouts.peek().every((layout) => layout.id !== id));
    if (fresh.length > 0) known.layouts.value = [...known.layouts.peek(), ...fresh];
  }
}
