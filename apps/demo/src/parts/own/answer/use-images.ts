import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';
import { notifyError } from '../../../state/notices.ts';

/** Asks for the images of a dataset once there is something to compare with them. */
export function useImages(dataset: Dataset | undefined, isWanted: boolean): void {
  useEffect(() => {
    if (dataset === undefined || !isWanted) return;
    dataset.loadImages().catch((error: unknown) => notifyError(error, 'The images did not arrive'));
  }, [dataset, isWanted]);
}
