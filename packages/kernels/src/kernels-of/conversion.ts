export interface ConversionKernels {
  /**
   * Bytes as float32, each times a factor. Items are bytes.
   *
   * @param from - `Uint8Array`.
   * @param to - `Float32Array`, as long.
   */
  scaleBytes(from: number, to: number, scale: number, begin: number, end: number): void;
}

export const CONVERSION_KERNELS: readonly (keyof ConversionKernels)[] = ['scaleBytes'];
