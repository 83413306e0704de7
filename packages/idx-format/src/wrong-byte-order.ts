import type { IdxByteOrder } from './byte-order.ts';
import { IdxFormatError } from './errors.ts';

/** The error for sizes that make sense in the other byte order only. */
export function wrongByteOrder(
  facts: { readonly expected: string; readonly got: string },
  byteOrder: IdxByteOrder = 'big-endian',
): IdxFormatError {
  const other: IdxByteOrder = byteOrder === 'big-endian' ? 'little-endian' : 'big-endian';
  return new IdxFormatError('E_IDX_ENDIAN', {
    ...facts,
    offset: 4,
    hint: `the sizes make sense when read ${other}: pass byteOrder '${other}'`,
  });
}
