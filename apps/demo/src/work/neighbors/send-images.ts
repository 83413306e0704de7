import { transfer } from 'comlink';
import type { Dataset } from '../../data/dataset.ts';
import type { RemoteWorker } from '../remote.ts';
import type { NeighborsWorker } from './neighbors.worker.ts';

/** Images on their way to the worker. */
export interface ImageSending {
  /** Settles when the worker has all that had arrived at the time. */
  sent(): Promise<void>;
}

/** Images in one message: copying them takes the page about a millisecond. */
const IMAGES_AT_ONCE = 2000;

/** Lets the worker have the images of a dataset as they arrive: by shared memory, else by copies, one after the other. */
export function sendImages(
  dataset: Dataset,
  remote: RemoteWorker<NeighborsWorker>,
  space: string,
): ImageSending {
  const { data, shape } = dataset.images;
  const isShared = typeof SharedArrayBuffer === 'function' && data.buffer instanceof SharedArrayBuffer;
  const pixelsPerImage = data.length / dataset.count;
  let last = remote.ask((worker) => worker.open(space, { first: 0, shape, ...(isShared && { data }) }));

  const send = (first: number, count: number) =>
    remote.ask((worker) => {
      if (isShared) return worker.receive(space, first, count);
      const copy = data.slice(first * pixelsPerImage, (first + count) * pixelsPerImage);
      return worker.receive(space, first, count, transfer(copy, [copy.buffer]));
    });
  const stop = dataset.watchImages((first, count) => {
    const step = isShared ? count : IMAGES_AT_ONCE;
    for (let start = first; start < first + count; start += step) {
      const length = Math.min(step, first + count - start);
      last = last.then(() => send(start, length));
    }
    last.catch(() => {});
  });
  remote.failed.catch(stop);
  return { sent: () => last };
}
