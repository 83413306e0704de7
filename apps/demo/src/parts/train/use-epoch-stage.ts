import { createViewer, type Viewer } from '@fashion-mnist/visualize/view';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mappedCountOf } from '../../work/training/training-job.ts';
import type { TrainingGround } from './training-model.ts';

/** A map of held-out images, and the element that it is in. Images are numbered from 0. */
export interface EpochStage {
  readonly element: HTMLElement;
  readonly viewer: Viewer;
  /** Classes of the images on the map: the first held-out ones. */
  readonly labels: Uint8Array;
}

/**
 * The map of a training, made as soon as it is known what is trained on: to open a graphics device takes the page a moment,
 * which would be felt while a network trains.
 */
export function useEpochStage(ground: TrainingGround | undefined): EpochStage | undefined {
  const [stage, setStage] = useState<EpochStage | undefined>(undefined);
  useLayoutEffect(() => {
    if (ground === undefined) return;
    const opened = openStage(ground);
    setStage(opened);
    return () => {
      setStage(undefined);
      opened.viewer.dispose();
    };
  }, [ground?.dataset]);
  return stage;
}

/** @returns The place that the map is put into. */
export function useStagePlace({ element }: EpochStage): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(element), [element]);
  return place;
}

function openStage({ dataset: { entry, images }, split, heldOutLabels }: TrainingGround): EpochStage {
  const { classNames, imageShape } = entry;
  const [height, width] = imageShape;
  const count = mappedCountOf(split.heldOut);
  const labels = heldOutLabels.slice(0, count);
  const element = document.createElement('div');
  const viewer = createViewer(element, {
    labels,
    classNames,
    imageShape,
    label: 'Held-out images as the network sees them',
  });
  const start = split.heldOut.first * height * width;
  viewer.setImages({
    data: images.data.subarray(start, start + count * height * width),
    shape: [count, height, width],
  });
  return { element, viewer, labels };
}
