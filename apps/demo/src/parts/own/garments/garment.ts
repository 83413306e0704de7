import type { PhotoConversion } from '../../../work/photos/photo-outcome.ts';

/** How a garment came into the page. */
export type Origin = 'drawn' | 'pasted' | 'uploaded' | 'photographed';

/** A picture that is to become a garment. */
export interface NewPhoto {
  /** As the reader knows it, fit to be shown. */
  readonly name: string;
  readonly origin: Origin;
  readonly photo: Blob;
  /** Of a drawing, which takes the place of its earlier states. */
  readonly sketch?: number;
}

/** A picture of the reader's that is an image now. */
export interface Garment extends NewPhoto {
  readonly id: number;
  readonly removesBackground: boolean;
  /** The class that the reader says it has. */
  readonly label: number | undefined;
  readonly conversion: PhotoConversion;
}
