/** Thrown for a file of labels that does not say of each photo, and of nothing else, what it shows. */
export class LabelsError extends Error {
  override readonly name = 'LabelsError';
  readonly code = 'E_LABELS';
}

/** Thrown when there is nothing to convert, or nothing of it could be. */
export class NoPhotosError extends Error {
  override readonly name = 'NoPhotosError';
  readonly code = 'E_PHOTO';
}
