import { IdxFormatError } from '../errors.ts';
import { abortable } from '../stream/abortable.ts';

/** A place that can be read from at any offset; implement it to read from where this package cannot. */
export interface RandomAccessSource {
  /** Number of bytes; does not change. */
  readonly size: number;
  /**
   * The bytes `offset..offset + length - 1`, which always exist, in memory that is not written again. Reads may overlap.
   */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
  /** Called once, when nothing is read any more. */
  close?(): Promise<void>;
}

const CHANGED = 'if the file changed, open it again';

/** Exactly the bytes that were asked for, or an error. */
export async function readExactly(
  source: RandomAccessSource,
  offset: number,
  length: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  if (length === 0) return new Uint8Array(0);
  const bytes = await abortable(source.read(offset, length, signal), signal);
  if (bytes.length !== length) {
    throw sourceError(`${length} bytes at byte ${offset}`, `${bytes.length}`);
  }
  return bytes;
}

/** The error for a place that is not as it should be, or no longer as it was. */
export function sourceError(expected: string, got: string, hint: string = CHANGED): IdxFormatError {
  return new IdxFormatError('E_IDX_SOURCE', { expected, got, hint });
}
