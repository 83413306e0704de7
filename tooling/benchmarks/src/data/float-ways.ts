export type FloatType = 'float32' | 'float64';
export type Floats = Float32Array | Float64Array;

interface FloatWays {
  /** NumPy's name of the big-endian type. */
  readonly numpyType: string;
  /** 0, 1, 2, ... in as many bytes. */
  ascending(byteLength: number): Floats;
  readByDataView(bigEndian: Uint8Array): Floats;
  swapCopy(bigEndian: Uint8Array): Floats;
}

/** What everybody can write without a library to read big-endian floats. */
export const FLOAT_WAYS: Readonly<Record<FloatType, FloatWays>> = {
  float32: {
    numpyType: '>f4',
    ascending: (byteLength) => fillAscending(new Float32Array(byteLength / 4)),
    readByDataView(bigEndian) {
      const view = viewOf(bigEndian);
      const floats = new Float32Array(view.byteLength / 4);
      for (let i = 0; i < floats.length; i++) floats[i] = view.getFloat32(4 * i);
      return floats;
    },
    swapCopy(bigEndian) {
      const { buffer } = bigEndian.slice();
      Buffer.from(buffer).swap32();
      return new Float32Array(buffer);
    },
  },
  float64: {
    numpyType: '>f8',
    ascending: (byteLength) => fillAscending(new Float64Array(byteLength / 8)),
    readByDataView(bigEndian) {
      const view = viewOf(bigEndian);
      const floats = new Float64Array(view.byteLength / 8);
      for (let i = 0; i < floats.length; i++) floats[i] = view.getFloat64(8 * i);
      return floats;
    },
    swapCopy(bigEndian) {
      const { buffer } = bigEndian.slice();
      Buffer.from(buffer).swap64();
      return new Float64Array(buffer);
    },
  },
};

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function fillAscending(floats: Floats): Floats {
  for (let i = 0; i < floats.length; i++) floats[i] = i;
  return floats;
}
