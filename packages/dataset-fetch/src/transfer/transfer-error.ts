export interface TransferErrorOptions extends ErrorOptions {
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** Thrown when a server does not give a file. The message names the server and what it did. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  /** Whether the same server may give the file later. */
  readonly retryable: boolean;
  /** How long the server asks to be left alone, as it says: it may be absurd. */
  readonly retryAfterMs?: number;

  constructor(message: string, options: TransferErrorOptions) {
    super(message, options);
    this.retryable = options.retryable;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}
