/** What an error says beside its message, however much it is. */
export interface ErrorDetails {
  /** For people, below the message. */
  readonly lines: readonly string[];
  /** For programs (`--json`), beside the message. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const NONE: ErrorDetails = { lines: [], fields: {} };

/** An error with details. */
export class DetailedError extends Error {
  readonly details: ErrorDetails;

  constructor(message: string, details: ErrorDetails = NONE) {
    super(message);
    this.details = details;
  }
}

export function detailsOf(error: unknown): ErrorDetails {
  return error instanceof DetailedError ? error.details : NONE;
}
