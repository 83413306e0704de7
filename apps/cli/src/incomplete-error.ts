import { DetailedError } from './detailed-error.ts';

/** Thrown once a result has been printed that lacks a part: the message says which. */
export class IncompleteError extends DetailedError {
  override readonly name = 'IncompleteError';
  readonly code = 'E_INCOMPLETE';
}
