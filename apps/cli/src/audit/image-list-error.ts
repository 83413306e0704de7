/** Thrown for a list of images that cannot be read, or names images that are not there. */
export class ImageListError extends Error {
  override readonly name = 'ImageListError';
  readonly code = 'E_LIST';
}
