/** What is wrong with options, input or a saved model. Codes are stable; messages are not. */
export type ModelsErrorCode =
  /** An option is unknown, outside its range, or does not go with another one. */
  | 'E_OPTION'
  /** Samples, labels or weights do not fit each other or the fitted model. */
  | 'E_SHAPE'
  /** A value is not finite. */
  | 'E_NOT_FINITE'
  /** The labels are not such as the estimator can learn. */
  | 'E_LABELS'
  /** More memory would be needed than the estimator can have. */
  | 'E_MEMORY'
  /** What should be a saved model is damaged, of another version, or none. */
  | 'E_MODEL'
  /** The loss of a training is no finite number any more, or beyond all reason. */
  | 'E_DIVERGED'
  /** A checkpoint is of another network or training than the one that should go on. */
  | 'E_CHECKPOINT'
  /** A backend of tfjs cannot be had here. */
  | 'E_BACKEND'
  /** A format that a network is exported to cannot express one of its layers. */
  | 'E_EXPORT';

/** Thrown for options, input and saved models that an estimator cannot work with. */
export class ModelsError extends Error {
  override readonly name = 'ModelsError';
  readonly code: ModelsErrorCode;

  constructor(code: ModelsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
