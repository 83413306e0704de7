import type { IdxByteOrder } from './byte-order.ts';
import { ELEMENT_FORMATS } from './element-type.ts';
import { IdxFormatError } from './errors.ts';
import type { IdxHeader } from './parse-header.ts';
import { elementCountOf, swappedSizes } from './shape-size.ts';
import { wrongByteOrder } from './wrong-byte-order.ts';

export interface PayloadOptions {
  /** Ignore bytes behind the declared end, in place of refusing them. @default false */
  readonly allowTrailing?: boolean;
  readonly byteOrder?: IdxByteOrder;
}

/**
 * Checks the declared size against the number of bytes that are there behind the header.
 *
 * @throws {IdxFormatError} `E_IDX_TRUNCATED`, `E_IDX_TRAILING`; `E_IDX_ENDIAN` - it fits in the other byte order.
 */
export function requirePayload(
  header: IdxHeader,
  presentBytes: number,
  { allowTrailing = false, byteOrder }: PayloadOptions = {},
): void {
  const { headerBytes, payloadBytes } = header;
  const isShort = presentBytes < payloadBytes;
  if (presentBytes === payloadBytes || (allowTrailing && !isShort)) return;
  const sizes = { expected: `${payloadBytes} bytes of data`, got: `${presentBytes}` };
  if (fitsWhenSwapped(header, presentBytes)) throw wrongByteOrder(sizes, byteOrder);
  throw new IdxFormatError(isShort ? 'E_IDX_TRUNCATED' : 'E_IDX_TRAILING', {
    ...sizes,
    offset: headerBytes + Math.min(presentBytes, payloadBytes),
    hint: isShort ? 'is the file cut off?' : 'pass allowTrailing to ignore the rest',
  });
}

function fitsWhenSwapped({ shape, type }: IdxHeader, presentBytes: number): boolean {
  return elementCountOf(swappedSizes(shape)) * ELEMENT_FORMATS[type].byteSize === presentBytes;
}
