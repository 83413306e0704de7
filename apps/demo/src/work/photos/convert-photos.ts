import type { ConvertPhotoOptions } from '@fashion-mnist/transforms';
import { type Remote, wrap } from 'comlink';
import type { PhotoOutcome } from './photo-outcome.ts';
import type { PhotosService } from './photos.worker.ts';

interface PhotosWorker {
  readonly service: Remote<PhotosService>;
  /** Rejects when the worker cannot be loaded. */
  readonly failed: Promise<never>;
}

let started: PhotosWorker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Converts a photo in a worker, one at a time: a decoded photo takes much memory.
 *
 * @throws {Error} when the worker cannot be loaded; its message is fit to be shown.
 */
export function convertPhotoInWorker(
  photo: Blob,
  options: Pick<ConvertPhotoOptions, 'background'>,
): Promise<PhotoOutcome> {
  const turn = last.then(() => convert(photo, options));
  last = turn.catch(() => {});
  return turn;
}

async function convert(photo: Blob, options: Pick<ConvertPhotoOptions, 'background'>): Promise<PhotoOutcome> {
  started ??= start();
  const { service, failed } = started;
  // Without its name, which is for the page to show.
  const content = photo.slice(0, photo.size, photo.type);
  return await Promise.race([service.convert(content, options), failed]);
}

function start(): PhotosWorker {
  const worker = new Worker(new URL('./photos.worker.ts', import.meta.url), {
    type: 'module',
    name: 'photos',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      started = undefined;
      reject(new Error('the part of the page that reads photos could not be loaded. Is the server running?'));
    });
  });
  failed.catch(() => {});
  return { service: wrap<PhotosService>(worker), failed };
}
