import type { Viewer, ViewerCamera, ViewerTool } from '@fashion-mnist/visualize/view';
import { type Signal, signal } from '@preact/signals';

/** One map on the page. */
export interface Pane {
  /** While the map is on the page. */
  readonly viewer: Signal<Viewer | undefined>;
  /** Where its reader is; undefined: sees the whole map. */
  readonly camera: Signal<ViewerCamera | undefined>;
  /** Images in view, by label. */
  readonly inView: Signal<Uint32Array>;
  /** Images with rings of their own. */
  readonly marks: Signal<Uint32Array>;
}

const panes = new Map<string, Pane>();

/** The map of a dataset, whether it is on the page or not. */
export function paneOf(dataset: string): Pane {
  let pane = panes.get(dataset);
  if (pane === undefined) {
    pane = {
      viewer: signal<Viewer | undefined>(undefined),
      camera: signal<ViewerCamera | undefined>(undefined),
      inView: signal(new Uint32Array()),
      marks: signal(new Uint32Array()),
    };
    panes.set(dataset, pane);
  }
  return pane;
}

/** What dragging does, on all maps. */
export const tool: Signal<ViewerTool> = signal<ViewerTool>('pan');

/** Name of the dataset whose map follows a computation. */
export const following: Signal<string | undefined> = signal<string | undefined>(undefined);
