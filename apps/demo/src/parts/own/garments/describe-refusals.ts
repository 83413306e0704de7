import type { NewPhoto } from './garment.ts';

/** A picture that is none, and why. */
export interface RefusedPhoto {
  readonly photo: NewPhoto;
  readonly reason: string;
}

/** More say nothing new. */
const TOLD = 3;

/** What was wrong, a line for each picture. */
export function describeRefusals(refused: readonly RefusedPhoto[]): string {
  const told = refused.slice(0, TOLD).map(({ photo, reason }) => `“${photo.name}” was not taken: ${reason}.`);
  const left = refused.length - told.length;
  return [...told, ...(left > 0 ? [`Nor were ${left} more.`] : [])].join('\n');
}
