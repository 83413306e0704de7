/** What is wrong with the input. Codes are stable; messages are not. */
export type KernelsErrorCode =
  /** Shapes do not fit each other, or the data do not fit their shape. */
  | 'E_SHAPE'
  /** A value is NaN or infinite. */
  | 'E_NOT_FINITE'
  /** More neighbours or components than there are samples or features, or fewer than one. */
  | 'E_COUNT'
  /** The memory that the work needs cannot be had. */
  | 'E_MEMORY'
  /** A thread of a pool has died, or its pool is disposed. */
  | 'E_WORKER';

/** Thrown for input that a kernel cannot compute with. */
export class KernelsError extends Error {
  override readonly name = 'KernelsError';
  readonly code: KernelsErrorCode;

  constructor(code: KernelsErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
