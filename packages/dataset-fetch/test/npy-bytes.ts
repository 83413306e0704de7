import { concat } from './zip-bytes.ts';

export interface RawNpy {
  readonly descr: string;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
  /** @default 1 */
  readonly version?: 1 | 2 | 3;
  readonly isFortranOrder?: boolean;
  /** In place of the dictionary that describes the array. */
  readonly dictionary?: string;
}

const ALIGNMENT = 64;

/** An npy file, as NumPy's format description says. */
export function npyBytes({ data, version = 1, ...array }: RawNpy): Uint8Array<ArrayBuffer> {
  const lengthBytes = version === 1 ? 2 : 4;
  const dictionary = array.dictionary ?? dictionaryOf(array);
  const unpadded = 8 + lengthBytes + dictionary.length + 1;
  const padding = (ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT;
  const text = new TextEncoder().encode(`${dictionary}${' '.repeat(padding)}\n`);
  const length = new Uint8Array(new Uint32Array([text.length]).buffer, 0, lengthBytes);
  return concat([Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), version, 0), length, text, data]);
}

function dictionaryOf({ descr, shape, isFortranOrder = false }: Omit<RawNpy, 'data' | 'version'>): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  return `{'descr': '${descr}', 'fortran_order': ${isFortranOrder ? 'True' : 'False'}, 'shape': ${tuple}, }`;
}
