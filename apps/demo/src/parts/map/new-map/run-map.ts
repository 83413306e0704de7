import type { ProgressEvent } from '@fashion-mnist/core';
import { batch, type Signal, signal } from '@preact/signals';
import type { LayoutEntry, Method } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { notifyError } from '../../../state/notices.ts';
import { setPlacer } from '../../../state/placers.ts';
import { type Embedding, startEmbedding } from '../../../work/embedding/start-embedding.ts';
import { imagesOf } from '../model/images-of.ts';
import { following, paneOf } from '../model/panes.ts';
import { layoutId } from '../model/view.ts';
import { type ImageRange, METHOD_TITLES } from './parameters.ts';

export interface MapRequest {
  readonly dataset: Dataset;
  readonly method: Method;
  readonly range: ImageRange;
  readonly options: Readonly<Record<string, number>>;
}

/** A map that is being computed. */
export interface RunningMap {
  readonly title: string;
  readonly progress: Signal<ProgressEvent | undefined>;
  readonly stop: () => void;
}

export const running: Signal<RunningMap | undefined> = signal<RunningMap | undefined>(undefined);

let computedCount = 0;
const kept = new Map<Dataset, { readonly id: string; readonly embedding: Embedding }>();

/** Computes a map and shows it while it is made; it becomes a layout of its dataset. */
export async function runMap(request: MapRequest): Promise<void> {
  const { dataset, method, range } = request;
  const controller = new AbortController();
  const progress = signal<ProgressEvent | undefined>(undefined);
  const title = `${METHOD_TITLES[method]} of ${range.title}`;
  running.value = { title, progress, stop: () => controller.abort(new DOMException('', 'AbortError')) };
  try {
    await dataset.loadImages();
    controller.signal.throwIfAborted();
    following.value = dataset.entry.name;
    const embedding = await embed(request, controller.signal, progress);
    keep(request, embedding);
  } catch (error) {
    notifyError(error, 'The map could not be computed');
  } finally {
    batch(() => {
      running.value = undefined;
      if (following.peek() === dataset.entry.name) following.value = undefined;
    });
  }
}

function embed(
  { dataset, method, range, options }: MapRequest,
  stopping: AbortSignal,
  progress: Signal<ProgressEvent | undefined>,
): Promise<Embedding> {
  const { name } = dataset.entry;
  return startEmbedding(
    { method, samples: imagesOf(dataset, range), options },
    {
      signal: stopping,
      onProgress: (event) => (progress.value = event),
      onPlaces: (places) => {
        if (following.peek() === name)
          paneOf(name)
            .viewer.peek()
            ?.updateLayout(placed(dataset, range, places));
      },
    },
  );
}

function placed({ count }: Dataset, { first }: ImageRange, places: Float32Array): Float32Array {
  const positions = new Float32Array(2 * count).fill(Number.NaN);
  positions.set(places, 2 * first);
  return positions;
}

/** Takes the map up into the dataset. Its worker lives on, to place images on it, until the next map of the dataset. */
function keep({ dataset, method, range, options }: MapRequest, embedding: Embedding): void {
  const { name } = dataset.entry;
  computedCount += 1;
  const id = `${method}-here-${computedCount}`;
  const positions = placed(dataset, range, embedding.positions);
  const layout: LayoutEntry = {
    id,
    method,
    title: `${METHOD_TITLES[method]} ${computedCount}`,
    first: range.first,
    count: range.count,
    href: '',
    bytes: 0,
    bounds: [0, 0, 1, 1],
    engine: 'this browser',
    options,
    seconds: embedding.seconds,
    createdAt: new Date().toISOString(),
  };
  const old = kept.get(dataset);
  batch(() => {
    if (old !== undefined) setPlacer(name, old.id, undefined);
    setPlacer(name, id, (images) => embedding.transform(images));
    dataset.addLayout(layout, positions);
    if (following.peek() === name) layoutId.value = id;
  });
  old?.embedding.dispose();
  kept.set(dataset, { id, embedding });
}
