/** What went wrong. Codes are stable; messages are not. */
export type TransformErrorCode =
  /** An option that there is not, or a value outside its range. */
  | 'E_OPTION'
  /** An array has another shape than the operation needs. */
  | 'E_SHAPE'
  /** A pipeline's JSON is not valid. */
  | 'E_PIPELINE'
  /** The saved state of a scaler is not valid. */
  | 'E_STATE'
  /** A file is no picture that can be decoded, or a damaged one. */
  | 'E_PHOTO'
  /** A picture has more pixels than are allowed. */
  | 'E_PHOTO_SIZE'
  /** A picture shows nothing but its background. */
  | 'E_PHOTO_EMPTY'
  /** The worker that prepares batches has ended, or been disposed. */
  | 'E_WORKER';

/** Thrown for what an operation cannot work with: what was expected, what came, what to do. */
export class TransformError extends Error {
  override readonly name = 'TransformError';
  readonly code: TransformErrorCode;

  constructor(code: TransformErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
