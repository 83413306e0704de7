import { DatasetFetchError } from '../errors.ts';

/** An `E_ARCHIVE`: an archive, or an array in one, that is damaged, unsafe or lacks what was asked for. */
export function archiveError(message: string, options: ErrorOptions = {}): DatasetFetchError {
  return new DatasetFetchError('E_ARCHIVE', message, options);
}
