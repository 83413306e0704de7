export type SimdBackendErrorCode = 'E_OPTION' | 'E_PLATFORM';

/** Thrown when the backend cannot be had as asked for. */
export class SimdBackendError extends Error {
  override readonly name = 'SimdBackendError';
  readonly code: SimdBackendErrorCode;

  constructor(code: SimdBackendErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
