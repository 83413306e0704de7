import { batch, effect, untracked } from '@preact/signals';
import { type MapLink, readMapLink, writeMapLink } from '../../../share/map-link.ts';
import { chooseDataset, datasetNamed, datasets } from '../../../state/datasets.ts';
import { notify } from '../../../state/notices.ts';
import { rewriteQuery, route } from '../../../state/route.ts';
import { select, selectionOf } from '../../../state/selection.ts';
import { paneOf } from './panes.ts';
import { beside, hidden, layoutId, layoutOf, shown, split } from './view.ts';

/** The address follows the map when it has been still for so long, in milliseconds. */
const STILL_MS = 400;

/** What a link to the map as it is would restore. */
export function currentLink(): MapLink {
  const views = shown.value.map(({ entry: { name } }) => ({
    dataset: name,
    camera: paneOf(name).camera.value,
    selection: selectionOf(name).value,
  }));
  const [first] = shown.value;
  return {
    views,
    layout: first && layoutOf(first)?.id,
    split: split.value,
    hidden: [...hidden.value].toSorted((a, b) => a - b),
  };
}

/** The address of the map as it is. */
export function currentAddress(): string {
  return `${location.origin}${location.pathname}#/map?${writeMapLink(currentLink())}`;
}

/** Restores what the address says, now and whenever it becomes another one; then lets it follow what is seen. */
export function followAddress(): () => void {
  const stopReading = effect(() => {
    const { part, query } = route.value;
    if (part === 'map' && datasets.value !== undefined && query.size > 0) {
      untracked(() => restore(query));
    }
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopWriting = effect(() => {
    const query = writeMapLink(currentLink());
    const isHere = route.value.part === 'map' && shown.value.length > 0;
    clearTimeout(timer);
    if (isHere) timer = setTimeout(() => rewriteQuery(query), STILL_MS);
  });
  return () => {
    stopReading();
    stopWriting();
    clearTimeout(timer);
  };
}

function restore(query: URLSearchParams): void {
  const link = readMapLink(query);
  if (link === undefined) {
    notify({ kind: 'error', text: 'This link is damaged, so the map begins as it always does.' });
    return;
  }
  const stranger = link.views.find(({ dataset }) => datasetNamed(dataset) === undefined);
  if (stranger === undefined) apply(link);
  else notify({ kind: 'error', text: `This link leads to ${stranger.dataset}, which is not served here.` });
}

function apply({ views, layout, split: choice, hidden: labels }: MapLink): void {
  batch(() => {
    const [first, second] = views;
    if (first !== undefined) chooseDataset(first.dataset);
    beside.value = second?.dataset;
    layoutId.value = layout;
    split.value = choice;
    hidden.value = new Set(labels);
    for (const { dataset: name, camera, selection } of views) {
      const count = datasetNamed(name)?.count ?? 0;
      select(
        name,
        selection.filter((id) => id < count),
      );
      moveTo(name, camera);
    }
  });
  tellOfMissingLayout(layout);
}

function moveTo(name: string, camera: MapLink['views'][number]['camera']): void {
  const pane = paneOf(name);
  pane.camera.value = camera;
  const viewer = pane.viewer.peek();
  if (viewer === undefined) return;
  if (camera === undefined) viewer.fit();
  else viewer.camera = camera;
}

function tellOfMissingLayout(wanted: string | undefined): void {
  const [first] = shown.peek();
  const found = first && layoutOf(first);
  if (wanted === undefined || found === undefined || found.id === wanted) return;
  notify({
    kind: 'info',
    text: `The map of this link was computed elsewhere: this is ${found.title} instead.`,
  });
}
