import type { NdArray } from '@fashion-mnist/core';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { allocateShared } from './allocate.ts';
import type { DatasetEntry, LayoutEntry, SplitEntry } from './data-index.ts';
import { loadImages } from './load-images.ts';
import { loadLabels } from './load-labels.ts';
import { loadLayout } from './load-layout.ts';

/** Told of images that have arrived: the ids `first..first + count - 1`. */
type ImagesListener = (first: number, count: number) => void;

/** A dataset as the page holds it. Everything is asked for once, and when it is first wanted. */
export interface Dataset {
  readonly entry: DatasetEntry;
  /** Ids are `0..count - 1`: the training images, then the test images. */
  readonly count: number;
  /** Maps that can be shown: the server's, and those that were computed here. */
  readonly layouts: Signal<readonly LayoutEntry[]>;
  /** Shape `[count, height, width]`. Rows are zero until they have arrived. Shared with workers where that is allowed. */
  readonly images: NdArray<Uint8Array>;
  /** How many images have arrived. */
  readonly imageCount: ReadonlySignal<number>;
  labels(): Promise<Uint8Array>;
  /** Places of all ids; NaN for those that the layout does not place. */
  positions(layout: LayoutEntry): Promise<Float32Array>;
  /** Adds a map that was computed here, or puts it in the place of the one of the same id. */
  addLayout(layout: LayoutEntry, positions: Float32Array): void;
  /** Begins to read the images if nobody has, smallest split first. Rejects where they cannot be had; may be tried again. */
  loadImages(): Promise<void>;
  /** Tells of what is there already, at once, and of what comes. Returns how to stop. */
  watchImages(listener: ImagesListener): () => void;
  hasImage(id: number): boolean;
  /** A view of one image, `height * width` bytes. */
  imageOf(id: number): Uint8Array;
  splitOf(id: number): SplitEntry;
}

export function createDataset(entry: DatasetEntry): Dataset {
  const count = entry.splits.reduce((sum, split) => sum + split.count, 0);
  const [height, width] = entry.imageShape;
  const positions = new Map<string, Promise<Float32Array>>();
  let labels: Promise<Uint8Array> | undefined;
  const layouts = signal(entry.layouts);
  const pictures = createPictures(entry, count);
  return {
    entry,
    count,
    layouts,
    images: { data: pictures.pixels, shape: [count, height, width] },
    imageCount: pictures.arrivedCount,
    labels: () => {
      labels ??= loadLabels(entry.splits).catch((error: unknown) => {
        labels = undefined;
        throw error;
      });
      return labels;
    },
    positions: (layout) => {
      const known = positions.get(layout.id);
      if (known !== undefined) return known;
      const loading = loadLayout(layout, count);
      positions.set(layout.id, loading);
      loading.catch(() => positions.delete(layout.id));
      return loading;
    },
    addLayout: (layout, places) => {
      positions.set(layout.id, Promise.resolve(places));
      const known = layouts.peek();
      const isKnown = known.some(({ id }) => id === layout.id);
      layouts.value = isKnown
        ? known.map((other) => (other.id === layout.id ? layout : other))
        : [...known, layout];
    },
    loadImages: pictures.load,
    watchImages: pictures.watch,
    hasImage: pictures.has,
    imageOf: (id) => pictures.pixels.subarray(id * height * width, (id + 1) * height * width),
    splitOf: (id) => {
      const split = entry.splits.find(({ first, count: length }) => id < first + length);
      if (split === undefined) throw new RangeError(`Expected an id below ${count}, got ${id}.`);
      return split;
    },
  };
}

function createPictures({ splits, imageShape: [height, width] }: DatasetEntry, count: number) {
  const pixels = allocateShared(count * height * width);
  const arrived = new Map(splits.map((split) => [split, signal(0)]));
  const listeners = new Set<ImagesListener>();
  let loading: Promise<void> | undefined;

  async function loadAll(): Promise<void> {
    const smallestFirst = splits.toSorted((a, b) => a.count - b.count);
    for (const split of smallestFirst) {
      const done = arrived.get(split);
      if (done === undefined || done.peek() === split.count) continue;
      await loadImages(split, pixels, height * width, (first, length) => {
        done.value = Math.max(done.value, first + length - split.first);
        for (const listener of listeners) listener(first, length);
      });
    }
  }

  return {
    pixels,
    arrivedCount: computed(() => [...arrived.values()].reduce((sum, { value }) => sum + value, 0)),
    load: () => {
      loading ??= loadAll().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
    watch: (listener: ImagesListener) => {
      for (const [{ first }, done] of arrived) if (done.peek() > 0) listener(first, done.peek());
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    has: (id: number) => {
      const split = splits.find(({ first, count: length }) => id < first + length);
      return split !== undefined && id - split.first < (arrived.get(split)?.peek() ?? 0);
    },
  };
}
