import type { Heap } from '../../compute/heap.ts';
import type { FftKernels } from '../../kernels-of/fft.ts';
import { readPanelColumn, writePanelNumber } from '../panels.ts';
import { complexArray, transformComplex } from './transform-complex.ts';

export function fftTwins(heap: Heap): FftKernels {
  return {
    fftTwiddles(size, twiddles, begin, end) {
      const { f32 } = heap;
      for (let k = begin; k < end; k++) {
        f32[twiddles / 4 + 2 * k] = Math.cos((2 * Math.PI * k) / size);
        f32[twiddles / 4 + 2 * k + 1] = -Math.sin((2 * Math.PI * k) / size);
      }
    },

    fftColumns(size, side, field, panels, _twiddles, begin, end) {
      const { f32 } = heap;
      for (let column = 8 * begin; column < 8 * end; column++) {
        const values = complexArray(size);
        for (let row = 0; row < side; row++) values.re[row] = f32[field / 4 + row * side + column]!;
        const { re, im } = transformComplex(values);
        for (let k = 0; k < Math.floor(size / 8 + 1) * 4; k++)
          writePanelNumber(f32, panels, side, k, column, re[k]!, im[k]!);
      }
    },

    fftRowsPart(size, panels, part, gains, table, _twiddles, begin, end) {
      const { f32 } = heap;
      for (let column = 4 * begin; column < 4 * end; column++) {
        const spectrum = transformComplex(readPanelColumn(f32, panels, size, size, column));
        const values = part === 0 ? spectrum.re : spectrum.im;
        const start = table / 4 + Math.floor(column / 4) * size * 4 + (column % 4);
        for (let k = 0; k < size; k++)
          f32[start + 4 * k] = values[k]! * f32[gains / 4 + k]! * f32[gains / 4 + column]!;
      }
    },

    fftInverseColumns(size, side, panels, realField, imaginaryField, _twiddles, begin, end) {
      const { f32 } = heap;
      for (let column = 4 * begin; column < 4 * end; column++) {
        const { re, im } = transformComplex(readPanelColumn(f32, panels, size, size, column));
        for (let row = 0; row < side; row++) {
          f32[realField / 4 + row * side + column] = im[row]!;
          f32[imaginaryField / 4 + row * side + column] = re[row]!;
        }
      }
    },
  };
}
