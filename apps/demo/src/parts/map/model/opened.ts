import { batch, type Signal, signal } from '@preact/signals';
import { paneOf } from './panes.ts';
import { touched } from './view.ts';

/** What the panel beside the map shows. */
export type Tab = 'map' | 'selection' | 'image';

export interface OpenedImage {
  /** Name of its dataset. */
  readonly dataset: string;
  readonly id: number;
}

export const tab: Signal<Tab> = signal<Tab>('map');

/** Whether the panel covers the map where both have no room. */
export const isPanelUp: Signal<boolean> = signal(false);

/** The image that is looked at closely. */
export const opened: Signal<OpenedImage | undefined> = signal<OpenedImage | undefined>(undefined);

export function openImage(image: OpenedImage): void {
  batch(() => {
    touched.value = image.dataset;
    opened.value = image;
    tab.value = 'image';
    isPanelUp.value = true;
  });
}

export function closeImage(): void {
  const image = opened.peek();
  batch(() => {
    if (image !== undefined) paneOf(image.dataset).marks.value = new Uint32Array();
    opened.value = undefined;
    if (tab.peek() === 'image') tab.value = 'map';
  });
}
