import type { TypedArray } from '@fashion-mnist/core';

/** What elements are called in messages, for example `uint8`. */
export function elementTypeName(data: TypedArray): string {
  return data.constructor.name.replace('Array', '').toLowerCase();
}
