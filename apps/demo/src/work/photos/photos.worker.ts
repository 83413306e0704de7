import type { ConvertPhotoOptions } from '@fashion-mnist/transforms';
import { expose, transfer } from 'comlink';
import { convertForPage } from './convert-for-page.ts';
import type { PhotoOutcome } from './photo-outcome.ts';

/** What the worker answers. */
export interface PhotosService {
  convert(photo: Blob, options: Pick<ConvertPhotoOptions, 'background'>): Promise<PhotoOutcome>;
}

const convert: PhotosService['convert'] = async (photo, options) => {
  const outcome = await convertForPage(photo, options);
  if (outcome.kind === 'refused') return outcome;
  const { pixels, stages } = outcome.conversion;
  return transfer(outcome, [pixels.buffer, ...stages.map(({ picture }) => picture.data.buffer)]);
};

const service: PhotosService = { convert };
expose(service);
