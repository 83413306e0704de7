/** What went wrong. Codes are stable; messages are not. */
export type DatasetFetchErrorCode =
  /** No dataset has this name. */
  | 'E_UNKNOWN_DATASET'
  /** A dataset's definition is not valid. */
  | 'E_DEFINITION'
  /** The cache folder cannot be read or written. */
  | 'E_CACHE'
  /** Offline, and the files are not in the cache. */
  | 'E_OFFLINE'
  /** No source could be reached. */
  | 'E_NO_SOURCE'
  /** Bytes were had, but they are not the dataset's. */
  | 'E_INTEGRITY'
  /** An archive (zip, npz) is damaged, unsafe or lacks a file. */
  | 'E_ARCHIVE'
  /** An array has another shape than the definition says. */
  | 'E_SHAPE'
  /** Images and labels are not as many. */
  | 'E_PAIR_COUNT'
  /** A label stands for no class. */
  | 'E_LABEL_RANGE';

/** A source that was tried, and why it did not help. */
export interface FetchAttempt {
  readonly source: string;
  readonly reason: string;
}

/** Thrown when a dataset cannot be had, with what was tried and what to do. */
export class DatasetFetchError extends Error {
  override readonly name = 'DatasetFetchError';
  readonly code: DatasetFetchErrorCode;
  /** In the order in which they were made; empty when no source was asked. */
  readonly attempts: readonly FetchAttempt[];

  constructor(
    code: DatasetFetchErrorCode,
    message: string,
    options: ErrorOptions & { readonly attempts?: readonly FetchAttempt[] } = {},
  ) {
    super(message, options);
    this.code = code;
    this.attempts = options.attempts ?? [];
  }
}
