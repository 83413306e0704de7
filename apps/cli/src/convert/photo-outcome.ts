import type { ConvertedPhoto } from '@fashion-mnist/transforms';

/** What became of a photo. */
export type PhotoOutcome = PhotoImage | PhotoFailure;

/** A photo that is an image now. */
export interface PhotoImage extends Omit<ConvertedPhoto, 'stages'> {
  readonly path: string;
  /** Its class, where the labels are known. */
  readonly label: number | undefined;
  /** The picture of its steps, in the folder that is written. */
  readonly stages: string | undefined;
}

/** A photo that could not be converted. */
export interface PhotoFailure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export function isImage(outcome: PhotoOutcome): outcome is PhotoImage {
  return 'pixels' in outcome;
}
