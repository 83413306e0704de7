import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKernels, type KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { layOut } from '../../testing/lay-out.ts';

const { compiled, twin } = await bothKernels();
const kinds = [
  { kind: 'compiled', under: compiled },
  { kind: 'twin', under: twin },
];

/** Float32 loses about 1e-7 per step, and there are few steps; measured 4e-7. */
const ROUNDING = 2e-6;

const sizes = fc.constantFrom(8, 16, 24, 32, 48, 64, 72, 96);
const fields = fc.record({ size: sizes, share: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.nat() });

describe.each(kinds)('fft, $kind', ({ under }) => {
  it('gives the spectrum of a field as the definition does', () => {
    fc.assert(
      fc.property(fields, ({ size, share, seed }) => {
        const side = Math.max(8, 8 * Math.floor((share * size) / 8));
        const field = randomNumbers(side * side, seed);
        const { re, im } = naiveSpectrum(field, side, size);
        expectClose(halfSpectrum(under, field, side, size, 0), re, ROUNDING);
        expectClose(halfSpectrum(under, field, side, size, 1), im, ROUNDING);
      }),
      { numRuns: 6 },
    );
  });

  it('transforms swapped columns back', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, seed) => {
        const side = 8;
        const [panels, real, imaginary, twiddles] = layOut(size * side * 8, 256, 256, size * 8) as Pointers4;
        const { kernels, heap } = under;
        const spectrum = randomNumbers(2 * size * side, seed);
        heap.f32.set(spectrum, panels / 4);
        kernels.fftTwiddles(size, twiddles, 0, size);
        kernels.fftInverseColumns(size, side, panels, real, imaginary, twiddles, 0, side / 4);
        const expected = naiveInverse(spectrum, side, size);
        expectClose(heap.f32.slice(real / 4, real / 4 + 64), expected.re, ROUNDING);
        expectClose(heap.f32.slice(imaginary / 4, imaginary / 4 + 64), expected.im, ROUNDING);
      }),
      { numRuns: 6 },
    );
  });
});

describe('fft', () => {
  it.each([576, 864, 1024, 1296])('does the same compiled and as a twin at size %i', (size) => {
    const field = randomNumbers(16 * 16, size);
    const spectra = [compiled, twin].map((under) => columnSpectra(under, field, 16, size));
    expectClose(spectra[0] ?? [], spectra[1] ?? [], ROUNDING);
  });

  it('has twiddles that agree to the last bit but one', () => {
    const [twiddles] = layOut(8 * 972) as [number];
    const [first, second] = [compiled, twin].map(({ kernels, heap }) => {
      kernels.fftTwiddles(972, twiddles, 0, 972);
      return heap.f32.slice(twiddles / 4, twiddles / 4 + 2 * 972);
    });
    expectClose(first ?? [], second ?? new Float32Array(), 2 ** -23);
    expect(first?.[0]).toBe(1);
  });
});

type Pointers4 = [number, number, number, number];

function randomNumbers(count: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from({ length: count }, () => rng.nextNormal());
}

/** One part of the half spectrum of a field, in the order of `naiveSpectrum`. */
function halfSpectrum(
  { kernels, heap }: KernelsUnderTest,
  field: Float32Array,
  side: number,
  size: number,
  part: number,
): Float32Array {
  const padded = new Float32Array(size * size);
  for (let row = 0; row < side; row++) padded.set(field.subarray(row * side, (row + 1) * side), row * size);
  const panelCount = Math.floor(size / 8) + 1;
  const tableLength = panelCount * size * 4;
  const [from, panels, gains, table, twiddles] = layOut(
    size * size * 4,
    tableLength * 8,
    size * 4,
    tableLength * 4,
    size * 8,
  ) as [...Pointers4, number];
  heap.f32.set(padded, from / 4);
  heap.f32.fill(1, gains / 4, gains / 4 + size);
  kernels.fftTwiddles(size, twiddles, 0, size);
  kernels.fftColumns(size, size, from, panels, twiddles, 0, size / 8);
  kernels.fftRowsPart(size, panels, part, gains, table, twiddles, 0, panelCount);
  const values = heap.f32.slice(table / 4, table / 4 + tableLength);
  const count = size / 2 + 1;
  return Float32Array.from({ length: count * size }, (_, i) => {
    const [column, k] = [Math.floor(i / size), i % size];
    return values[(Math.floor(column / 4) * size + k) * 4 + (column % 4)]!;
  });
}

/** Half spectra of columns that are shorter than their period. */
function columnSpectra({ kernels, heap }: KernelsUnderTest, field: Float32Array, side: number, size: number) {
  const length = (Math.floor(size / 8) + 1) * side * 8;
  const [from, panels, twiddles] = layOut(side * side * 4, length * 4, size * 8) as [number, number, number];
  heap.f32.set(field, from / 4);
  kernels.fftTwiddles(size, twiddles, 0, size);
  kernels.fftColumns(size, side, from, panels, twiddles, 0, side / 8);
  return heap.f32.slice(panels / 4, panels / 4 + length);
}

/** For row frequencies `0..size / 2`, each with all column frequencies. */
function naiveSpectrum(
  field: Float32Array,
  side: number,
  size: number,
): { re: Float64Array; im: Float64Array } {
  const length = (size / 2 + 1) * size;
  const [re, im] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    const [ky, kx] = [Math.floor(i / size), i % size];
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const angle = (-2 * Math.PI * ((kx * x + ky * y) % size)) / size;
        re[i]! += field[y * side + x]! * Math.cos(angle);
        im[i]! += field[y * side + x]! * Math.sin(angle);
      }
    }
  }
  return { re, im };
}

/** The first `side` rows of the inverse transform of columns in panels, parts swapped, without its factor. */
function naiveInverse(
  panels: Float32Array,
  side: number,
  size: number,
): { re: Float64Array; im: Float64Array } {
  const [re, im] = [new Float64Array(side * side), new Float64Array(side * side)];
  for (let i = 0; i < side * side; i++) {
    const [row, column] = [Math.floor(i / side), i % side];
    for (let k = 0; k < size; k++) {
      const at = (Math.floor(column / 4) * size + k) * 8 + (column % 4);
      const [imaginary, real] = [panels[at]!, panels[at + 4]!];
      const angle = (2 * Math.PI * ((k * row) % size)) / size;
      re[i]! += real * Math.cos(angle) - imaginary * Math.sin(angle);
      im[i]! += real * Math.sin(angle) + imaginary * Math.cos(angle);
    }
  }
  return { re, im };
}
