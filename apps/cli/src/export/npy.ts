import type { NdArray } from '@fashion-mnist/core';

const MAGIC = '\u{93}NUMPY\u{1}\u{0}';
const ALIGNMENT = 64;

/**
 * The start of a NumPy file, version 1.0, for bytes that follow it in row-major order.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyHeader({ shape }: NdArray<Uint8Array>): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '|u1', 'fortran_order': False, 'shape': (${tuple}), }`;
  const prefix = MAGIC.length + 2;
  const total = Math.ceil((prefix + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const bytes = Uint8Array.from(`${MAGIC}  ${text}`.padEnd(total - 1).concat('\n'), (character) =>
    character.charCodeAt(0),
  );
  new DataView(bytes.buffer).setUint16(MAGIC.length, total - prefix, true);
  return bytes;
}
