export type DataErrorCode =
  /** No answer, or one that is not 2xx. */
  | 'E_DATA_UNREACHABLE'
  /** An answer that is not what the data API promises. */
  | 'E_DATA_MALFORMED';

/** Thrown when the page cannot get its data. The message is fit to be shown. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code: DataErrorCode;

  constructor(code: DataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
