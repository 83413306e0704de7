import { createViewer, type Viewer } from '@fashion-mnist/visualize/view';
import { type RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { theme } from '../../app/theme.ts';
import type { TrainingGround } from './training-model.ts';

/** What the map shows. */
export interface EpochMapContent {
  readonly ground: TrainingGround;
  /** Classes of the images on the map: the first held-out ones. */
  readonly labels: Uint8Array;
  /** `x0, y0, ...` */
  readonly places: Float32Array;
  /** Classes to colour the images by. */
  readonly colors: Uint8Array;
  /** Images with rings; the others are dimmed. */
  readonly marked: Uint32Array | undefined;
}

/** Keeps a viewer in an element as its content changes. Images are numbered from 0 on this map. */
export function useEpochViewer({
  ground,
  labels,
  places,
  colors,
  marked,
}: EpochMapContent): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | undefined>(undefined);
  const { dataset } = ground;
  useEffect(() => {
    if (place.current === null) return;
    const created = openViewer(place.current, ground, labels);
    viewer.current = created;
    return () => {
      viewer.current = undefined;
      created.dispose();
    };
  }, [dataset, labels]);
  useEffect(() => viewer.current?.setLayout({ positions: places }, { fit: true }), [places, dataset, labels]);
  useEffect(() => viewer.current?.setTheme(theme.value), [theme.value, dataset, labels]);
  useEffect(() => viewer.current?.setLabels(colors), [colors, dataset, labels]);
  useEffect(() => {
    viewer.current?.mark(marked ?? new Uint32Array());
    viewer.current?.emphasise(marked === undefined || marked.length === 0 ? undefined : { ids: marked });
  }, [marked, dataset, labels]);
  return place;
}

function openViewer(
  container: HTMLElement,
  { dataset: { entry, images }, split }: TrainingGround,
  labels: Uint8Array,
): Viewer {
  const { classNames, imageShape } = entry;
  const [height, width] = imageShape;
  const viewer = createViewer(container, {
    labels,
    classNames,
    imageShape,
    label: 'Held-out images as the network sees them',
  });
  const start = split.heldOut.first * height * width;
  viewer.setImages({
    data: images.data.subarray(start, start + labels.length * height * width),
    shape: [labels.length, height, width],
  });
  return viewer;
}
