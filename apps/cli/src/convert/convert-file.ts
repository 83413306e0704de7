import {
  type ConvertPhotoOptions,
  convertPhoto,
  type PhotoStage,
  TransformError,
} from '@fashion-mnist/transforms';
import { type DecodePhotoOptions, decodePhoto } from '@fashion-mnist/transforms/node';
import { systemCode } from '../system-code.ts';
import type { PhotoFailure, PhotoImage } from './photo-outcome.ts';

export interface ConvertFileOptions {
  readonly decoding: DecodePhotoOptions;
  readonly conversion: ConvertPhotoOptions;
}

/** A file as an image, with the photo as it was decoded and after every step. */
export interface ConvertedFile {
  readonly image: Omit<PhotoImage, 'label' | 'stages'>;
  readonly stages: readonly (Omit<PhotoStage, 'name'> & { readonly name: 'photo' | PhotoStage['name'] })[];
}

/** Decodes a file and converts it. What is wrong with the photo is a result; all else is thrown. */
export async function convertFile(
  path: string,
  { decoding, conversion }: ConvertFileOptions,
): Promise<ConvertedFile | PhotoFailure> {
  try {
    const raster = await decodePhoto(path, decoding);
    const { stages, ...converted } = convertPhoto(raster, conversion);
    return { image: { path, ...converted }, stages: [{ name: 'photo', raster }, ...stages] };
  } catch (error) {
    const code = failureCode(error);
    if (code === undefined) throw error;
    return { path, code, message: reasonOf(path, error as Error) };
  }
}

/** The code of an error that a photo is to blame for. */
function failureCode(error: unknown): string | undefined {
  if (error instanceof TransformError) return error.code.startsWith('E_PHOTO') ? error.code : undefined;
  return systemCode(error) || undefined;
}

/** The message stands behind the path. */
function reasonOf(path: string, { message }: Error): string {
  const opening = [`${path}: `, 'convertPhoto: '].find((text) => message.startsWith(text)) ?? '';
  return message.slice(opening.length).replace('allow more with maxPixels', 'allow more with --max-pixels');
}
