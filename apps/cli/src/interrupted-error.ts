import { DetailedError } from './detailed-error.ts';

/** Thrown by interrupted work that can be gone on with, or lets the user know what is lost: its details say so. */
export class InterruptedError extends DetailedError {
  override readonly name = 'InterruptedError';
  readonly code = 'E_INTERRUPTED';
}
