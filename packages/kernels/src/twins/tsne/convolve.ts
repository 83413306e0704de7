import type { Heap } from '../../compute/heap.ts';
import type { TsneGridKernels } from '../../kernels-of/tsne/grid.ts';
import { type ComplexArray, transformComplex } from '../fft/transform-complex.ts';
import { readPanelColumn, writePanelNumber } from '../panels.ts';

export function tsneConvolveTwin(heap: Heap): Pick<TsneGridKernels, 'tsneConvolve'> {
  return {
    tsneConvolve(...args) {
      const [size, side, density, potential, forceX, forceY, repulsion, sums, grain, , begin, end] = args;
      const { f32, f64 } = heap;
      let sum = 0;
      for (let frequency = 4 * begin; frequency < Math.min(4 * end, size / 2 + 1); frequency++) {
        const spectrum = transformComplex(readPanelColumn(f32, density, side, size, frequency));
        const table = (pointer: number) => tableColumn(f32, pointer, size, frequency);
        const isOwnMirror = frequency === 0 || 2 * frequency === size;
        const energy = table(potential).map(
          (value, k) => value * (spectrum.re[k]! ** 2 + spectrum.im[k]! ** 2),
        );
        sum += (isOwnMirror ? 1 : 2) * energy.reduce((total, value) => total + value, 0);
        const write = (row: number, { re, im }: ComplexArray) => {
          for (let x = 0; x < side; x++) writePanelNumber(f32, repulsion, size, x, row, re[x]!, im[x]!);
        };
        write(
          frequency,
          transformComplex(
            swappedProduct(
              spectrum,
              table(forceX),
              table(forceY).map((y) => -y),
            ),
          ),
        );
        if (isOwnMirror) continue;
        write(
          size - frequency,
          transformComplex(swappedProduct(mirrored(spectrum), table(forceX), table(forceY))),
        );
      }
      f64[sums / 8 + Math.floor(begin / grain)] = sum;
    },
  };
}

function tableColumn(f32: Float32Array, table: number, size: number, column: number): Float64Array {
  const start = table / 4 + Math.floor(column / 4) * size * 4 + (column % 4);
  return Float64Array.from({ length: size }, (_, k) => f32[start + 4 * k]!);
}

/** The spectrum of a real field at the opposite row frequency. */
function mirrored({ re, im }: ComplexArray): ComplexArray {
  const opposite = (k: number) => (re.length - k) % re.length;
  return { re: re.map((_, k) => re[opposite(k)]!), im: im.map((_, k) => -im[opposite(k)]!) };
}

/** A spectrum times `factorRe + i factorIm`, parts swapped. */
function swappedProduct(
  { re, im }: ComplexArray,
  factorIm: Float64Array,
  factorRe: Float64Array,
): ComplexArray {
  return {
    re: re.map((value, k) => value * factorIm[k]! + im[k]! * factorRe[k]!),
    im: re.map((value, k) => value * factorRe[k]! - im[k]! * factorIm[k]!),
  };
}
