/**
 * Two-dimensional Fourier transforms of real fields, four columns at a time, in passes that leave their result
 * transposed. Sizes are `2^a 3^b`, multiples of 8 up to 2,592.
 *
 * A *field* is real: `Float32Array` `[side, side]`, its side a multiple of 8. A *panel* is four columns of complex
 * numbers side by side: `Float32Array` `[rows, 2, 4]`, real parts before imaginary ones. A *half spectrum* is `size / 8 + 1` panels
 * whose columns are the frequencies `0..size / 2 + 3` of one axis; what is above `size / 2` mirrors what is below.
 */
export interface FftKernels {
  /**
   * `exp(-2 pi i k / size)`. Items are `k`, `0..size - 1`.
   *
   * @param twiddles - `Float32Array` `[size, 2]`, written.
   */
  fftTwiddles(size: number, twiddles: number, begin: number, end: number): void;

  /**
   * Transforms the columns of a field, zero beyond its rows. Items are groups of eight columns.
   *
   * @param side - At most `size`.
   * @param panels - A half spectrum of columns whose rows are the columns of the field, `side` of them; written.
   */
  fftColumns(
    size: number,
    side: number,
    field: number,
    panels: number,
    twiddles: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Transforms panels of `size` rows along these rows, and keeps one part of each number, weighted. Items are panels.
   *
   * @param part - 0 for real parts, 1 for imaginary ones.
   * @param gains - `Float32Array` of `size`: a number is multiplied with the gains of both its frequencies.
   * @param table - `Float32Array` `[panels, size, 4]`, written.
   */
  fftRowsPart(
    size: number,
    panels: number,
    part: number,
    gains: number,
    table: number,
    twiddles: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Transforms panels of numbers whose parts are swapped, imaginary before real ones: the inverse transform, without
   * its factor `1 / size`. Items are panels.
   *
   * @param panels - `side / 4` of them, with `size` rows each.
   * @param realField - Written, as is `imaginaryField`: the first `side` rows of the result.
   */
  fftInverseColumns(
    size: number,
    side: number,
    panels: number,
    realField: number,
    imaginaryField: number,
    twiddles: number,
    begin: number,
    end: number,
  ): void;
}

export const FFT_KERNELS: readonly (keyof FftKernels)[] = [
  'fftTwiddles',
  'fftColumns',
  'fftRowsPart',
  'fftInverseColumns',
];
