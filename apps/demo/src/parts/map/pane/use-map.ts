import type { Viewer } from '@fashion-mnist/visualize/view';
import { effect, type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { notify, notifyError, reasonOf } from '../../../state/notices.ts';
import { countInView } from '../model/count-in-view.ts';
import { following, type Pane, paneOf } from '../model/panes.ts';
import { splitMask } from '../model/split-mask.ts';
import { layoutOf, split } from '../model/view.ts';
import { startViewer } from './start-viewer.ts';

/** How far a map has come. */
export type MapPhase =
  | { readonly name: 'loading' | 'ready' | 'lost' }
  | { readonly name: 'failed'; readonly text: string };

const NEEDS_LAYOUT = 'There is no map of this dataset yet. Compute one with "New map".';
/** Counts follow the camera when it has been still for so long, in milliseconds. */
const STILL_MS = 120;

interface ShownMap {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly phase: ReadonlySignal<MapPhase>;
  readonly retry: () => void;
}

/** A viewer of a dataset in a container: labels and places first, pictures as they come. */
export function useMap(dataset: Dataset): ShownMap {
  const container = useRef<HTMLDivElement>(null);
  const phase = useSignal<MapPhase>({ name: 'loading' });
  const attempt = useSignal(0);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const stop = new AbortController();
    const setPhase = (next: MapPhase) => {
      if (!stop.signal.aborted) phase.value = next;
    };
    setPhase({ name: 'loading' });
    openMap(element, dataset, setPhase, stop.signal).catch((error: unknown) =>
      setPhase({ name: 'failed', text: reasonOf(error) }),
    );
    return () => stop.abort();
  }, [dataset, attempt.value]);
  return { container, phase, retry: () => attempt.value++ };
}

async function openMap(
  container: HTMLElement,
  dataset: Dataset,
  setPhase: (phase: MapPhase) => void,
  signal: AbortSignal,
): Promise<void> {
  const pane = paneOf(dataset.entry.name);
  const first = layoutOf(dataset);
  const nowhere = new Float32Array(2 * dataset.count).fill(Number.NaN);
  const [labels, positions = nowhere] = await Promise.all([
    dataset.labels(),
    first && dataset.positions(first),
  ]);
  if (signal.aborted) return;
  const { viewer, dispose } = startViewer(container, { dataset, pane, labels });
  const camera = pane.camera.peek();
  viewer.setLayout({ positions }, { animate: false });
  if (camera !== undefined) viewer.camera = camera;
  pane.viewer.value = viewer;
  if (viewer.renderer === 'canvas2d') tellOfCanvas();
  setPhase({ name: 'ready' });
  const stops = [
    viewer.on('contextlost', () => setPhase({ name: 'lost' })),
    viewer.on('contextrestored', () => setPhase({ name: 'ready' })),
    followLayout(viewer, dataset, first?.id),
    followCounts(viewer, dataset, pane, labels, container),
    streamImages(viewer, dataset),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    pane.viewer.value = undefined;
    dispose();
  });
  if (first === undefined) notify({ kind: 'info', text: NEEDS_LAYOUT });
}

function tellOfCanvas(): void {
  const text = 'This browser draws without WebGL2: while the map moves, it shows fewer points.';
  notify({ kind: 'info', text });
}

/** Moves the images to the layout that is wanted, unless the map follows a computation. */
function followLayout(viewer: Viewer, dataset: Dataset, first: string | undefined): () => void {
  let shownId = first;
  let isGone = false;
  const show = async (layout: LayoutEntry) => {
    try {
      const positions = await dataset.positions(layout);
      if (!isGone && shownId === layout.id) viewer.setLayout({ positions });
    } catch (error) {
      shownId = undefined;
      notifyError(error, `${layout.title} cannot be shown`);
    }
  };
  const stop = effect(() => {
    const layout = layoutOf(dataset);
    if (following.value === dataset.entry.name) {
      shownId = undefined;
      return;
    }
    if (layout === undefined || layout.id === shownId) return;
    shownId = layout.id;
    void show(layout);
  });
  return () => {
    isGone = true;
    stop();
  };
}

function followCounts(
  viewer: Viewer,
  dataset: Dataset,
  pane: Pane,
  labels: Uint8Array,
  container: HTMLElement,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = async () => {
    const layout = layoutOf(dataset);
    if (layout === undefined) return;
    const positions = await dataset.positions(layout).catch(() => undefined);
    if (positions === undefined) return;
    const map = { positions, labels, mask: splitMask(dataset, split.peek()) };
    const { clientWidth: width, clientHeight: height } = container;
    const view = { camera: viewer.camera, width, height };
    pane.inView.value = countInView(map, view, dataset.entry.classNames.length);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void count(), STILL_MS);
  };
  const stopListening = viewer.on('camera', soon);
  const stopWatching = effect(() => {
    layoutOf(dataset);
    if (split.value !== undefined && following.value === undefined) soon();
  });
  return () => {
    clearTimeout(timer);
    stopListening();
    stopWatching();
  };
}

function streamImages(viewer: Viewer, dataset: Dataset): () => void {
  const [, height = 0, width = 0] = dataset.images.shape;
  const stop = dataset.watchImages((first, count) => {
    const data = dataset.images.data.subarray(first * height * width, (first + count) * height * width);
    viewer.setImages({ data, shape: [count, height, width] }, first);
  });
  const load = () => {
    dataset.loadImages().catch((error: unknown) => {
      const text = `The pictures have stopped coming. ${reasonOf(error)}`;
      notify({ kind: 'error', text, action: { title: 'Try again', run: load } });
    });
  };
  load();
  return stop;
}
