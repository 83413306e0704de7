import type { ConvertPhotoOptions } from '@fashion-mnist/transforms';
import { openRemote, type RemoteWorker } from '../remote.ts';
import type { PhotoOutcome } from './photo-outcome.ts';
import type { PhotosService } from './photos.worker.ts';

type Options = Pick<ConvertPhotoOptions, 'background'>;

let started: RemoteWorker<PhotosService> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Converts a photo in a worker, one at a time: a decoded photo takes much memory.
 *
 * @throws {Error} when the worker cannot be started.
 */
export function convertPhotoInWorker(photo: Blob, options: Options): Promise<PhotoOutcome> {
  const turn = last.then(() => convert(photo, options));
  last = turn.catch(() => {});
  return turn;
}

async function convert(photo: Blob, options: Options): Promise<PhotoOutcome> {
  started ??= start();
  // Without its name, which is for the page to show.
  const content = photo.slice(0, photo.size, photo.type);
  return started.ask<PhotoOutcome>(async (service) => await service.convert(content, options));
}

/** Begun anew for the next photo after it has failed. */
function start(): RemoteWorker<PhotosService> {
  const worker = new Worker(new URL('./photos.worker.ts', import.meta.url), {
    type: 'module',
    name: 'photos',
  });
  const remote = openRemote<PhotosService>(worker);
  remote.failed.catch(() => {
    started = undefined;
  });
  return remote;
}
