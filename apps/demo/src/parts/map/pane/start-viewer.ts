import { createViewer, type Viewer } from '@fashion-mnist/visualize/view';
import { effect } from '@preact/signals';
import type { Dataset } from '../../../data/dataset.ts';
import { select, selectionOf } from '../../../state/selection.ts';
import { theme } from '../../../state/theme.ts';
import { linkedImages } from '../model/linked-labels.ts';
import { isPanelUp, openImage, tab } from '../model/opened.ts';
import { type Pane, tool } from '../model/panes.ts';
import { splitMask } from '../model/split-mask.ts';
import { hidden, pointedLabel, shown, split, touched } from '../model/view.ts';

/** A viewer of a dataset that shows what the signals of the map say, and tells them what its reader does. */
export function startViewer(container: HTMLElement, { dataset, pane, labels }: StartedMap): StartedViewer {
  const { entry } = dataset;
  const viewer = createViewer(container, {
    labels,
    classNames: entry.classNames,
    imageShape: entry.imageShape,
    label: `Map of ${entry.title}`,
  });
  const stops = [
    ...showWhatSignalsSay(viewer, dataset, pane),
    ...tellSignals(viewer, dataset, pane),
    linkToOtherMap(viewer, dataset, labels),
  ];
  return {
    viewer,
    dispose: () => {
      for (const stop of stops) stop();
      viewer.dispose();
    },
  };
}

export interface StartedMap {
  readonly dataset: Dataset;
  readonly pane: Pane;
  readonly labels: Uint8Array;
}

export interface StartedViewer {
  readonly viewer: Viewer;
  readonly dispose: () => void;
}

function showWhatSignalsSay(viewer: Viewer, dataset: Dataset, { marks }: Pane): readonly (() => void)[] {
  const { name, classNames } = dataset.entry;
  return [
    effect(() => viewer.setTheme(theme.value)),
    effect(() => viewer.setMask(splitMask(dataset, split.value))),
    effect(() => viewer.setVisibleClasses(classNames.map((_, label) => !hidden.value.has(label)))),
    effect(() => viewer.setTool(tool.value)),
    effect(() => viewer.mark(marks.value)),
    effect(() => {
      const { value: ids } = selectionOf(name);
      if (!isSame(ids, viewer.selection)) viewer.select(ids);
    }),
  ];
}

function tellSignals(viewer: Viewer, { entry: { name } }: Dataset, pane: Pane): readonly (() => void)[] {
  return [
    viewer.on('tool', (chosen) => {
      tool.value = chosen;
    }),
    viewer.on('camera', (camera) => {
      pane.camera.value = viewer.isFitted ? undefined : camera;
    }),
    viewer.on('open', ({ id }) => openImage({ dataset: name, id })),
    viewer.on('select', ({ ids, by }) => {
      touched.value = name;
      select(name, ids);
      if (ids.length > 0 && by !== 'pick') tab.value = 'selection';
      if (ids.length > 0 && (by === 'lasso' || by === 'box')) isPanelUp.value = true;
    }),
    viewer.on('hover', ({ id }) => {
      if (id !== undefined) touched.value = name;
    }),
  ];
}

/** What the legend points at stands out; else the images that are linked to what is selected on the other map. */
function linkToOtherMap(viewer: Viewer, dataset: Dataset, labels: Uint8Array): () => void {
  let otherLabels: { readonly of: Dataset; readonly values: Uint8Array } | undefined;
  let isGone = false;
  const stop = effect(() => {
    const label = pointedLabel.value;
    const other = shown.value.find((candidate) => candidate !== dataset);
    const selection = other && selectionOf(other.entry.name).value;
    const own = selectionOf(dataset.entry.name).value;
    if (label !== undefined) return viewer.emphasise({ label });
    if (other === undefined || selection === undefined || selection.length === 0 || own.length > 0) {
      return viewer.emphasise(undefined);
    }
    void (async () => {
      otherLabels = otherLabels?.of === other ? otherLabels : { of: other, values: await other.labels() };
      const ids = linkedImages(selection, otherLabels.values, labels);
      const isLatest =
        selectionOf(other.entry.name).peek() === selection && pointedLabel.peek() === undefined;
      if (!isGone && isLatest) viewer.emphasise(ids && { ids });
    })();
  });
  return () => {
    isGone = true;
    stop();
  };
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}
