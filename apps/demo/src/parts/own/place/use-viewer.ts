import type { Viewer } from '@fashion-mnist/visualize/view';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';
import { notifyError } from '../../../state/notices.ts';
import { theme } from '../../../state/theme.ts';

/** A map of a dataset in an element, which is loaded when it is first wanted. */
export function useViewer(
  container: RefObject<HTMLElement | null>,
  dataset: Dataset,
  label: string,
): Viewer | undefined {
  const [viewer, setViewer] = useState<Viewer | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    let made: Viewer | undefined;
    let stopImages: (() => void) | undefined;
    async function start(): Promise<void> {
      const [{ createViewer }, labels] = await Promise.all([
        import('@fashion-mnist/visualize/view'),
        dataset.labels(),
      ]);
      if (isGone || container.current === null) return;
      const { classNames, imageShape } = dataset.entry;
      const created = createViewer(container.current, { labels, classNames, imageShape, label });
      made = created;
      stopImages = dataset.watchImages((first, count) =>
        created.setImages(imagesOf(dataset, first, count), first),
      );
      setViewer(created);
    }
    start().catch((error: unknown) => notifyError(error, 'The map could not be shown'));
    return () => {
      isGone = true;
      stopImages?.();
      made?.dispose();
      setViewer(undefined);
    };
  }, [dataset]);
  const current = theme.value;
  useEffect(() => viewer?.setTheme(current), [viewer, current]);
  return viewer;
}

function imagesOf({ images: { data }, entry }: Dataset, first: number, count: number) {
  const [height, width] = entry.imageShape;
  const pixels = height * width;
  return { data: data.subarray(first * pixels, (first + count) * pixels), shape: [count, height, width] };
}
