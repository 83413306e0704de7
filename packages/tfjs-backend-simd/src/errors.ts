/** Why the backend cannot be had. Codes are stable; messages are not. */
export type SimdBackendErrorCode =
  /** An option has a value that it cannot have. */
  | 'E_OPTION'
  /** WebAssembly has no vectors or no shared memory here. */
  | 'E_PLATFORM';

/** Thrown when the backend cannot be had as asked for. */
export class SimdBackendError extends Error {
  override readonly name = 'SimdBackendError';
  readonly code: SimdBackendErrorCode;

  constructor(code: SimdBackendErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
