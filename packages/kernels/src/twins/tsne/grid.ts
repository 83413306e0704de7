import type { Heap } from '../../compute/heap.ts';
import type { TsneGridKernels } from '../../kernels-of/tsne/grid.ts';
import { BAND_ROWS, quinticShares, type SplineShares } from './quintic-spline.ts';

export function tsneGridTwins(heap: Heap): Omit<TsneGridKernels, 'tsneConvolve'> {
  return {
    tsneBands(points, originY, nodesPerUnit, side, bands, begin, end) {
      const { i32, f32 } = heap;
      for (let i = begin; i < end; i++) {
        const { rows } = nodesAt(f32, points + 8 * i, 0, originY, nodesPerUnit, side);
        i32[bands / 4 + i] = Math.floor(rows.first / BAND_ROWS);
      }
    },

    tsneSpread(points, order, starts, originX, originY, nodesPerUnit, side, parity, field, begin, end) {
      const { i32, f32 } = heap;
      for (let band = 2 * begin + parity; band < 2 * end; band += 2) {
        const start = field / 4 + band * BAND_ROWS * side;
        if (parity === 0) f32.fill(0, start, Math.min(start + 2 * BAND_ROWS * side, field / 4 + side * side));
        for (let i = i32[starts / 4 + band]!; i < i32[starts / 4 + band + 1]!; i++) {
          const point = points + 8 * i32[order / 4 + i]!;
          const { columns, rows } = nodesAt(f32, point, originX, originY, nodesPerUnit, side);
          rows.weights.forEach((share, row) => {
            const at = field / 4 + (rows.first + row) * side + columns.first;
            columns.weights.forEach((weight, column) => (f32[at + column]! += share * weight));
          });
        }
      }
    },

    tsneGather(...args) {
      const [points, order, originX, originY, nodesPerUnit, side, fieldX, fieldY, values, begin, end] = args;
      const { i32, f32 } = heap;
      for (let i = begin; i < end; i++) {
        const index = i32[order / 4 + i]!;
        const { columns, rows } = nodesAt(f32, points + 8 * index, originX, originY, nodesPerUnit, side);
        [fieldX, fieldY].forEach((field, axis) => {
          let value = 0;
          rows.weights.forEach((share, row) => {
            const at = field / 4 + (rows.first + row) * side + columns.first;
            columns.weights.forEach((weight, column) => (value += share * weight * f32[at + column]!));
          });
          f32[values / 4 + 2 * index + axis] = value;
        });
      }
    },

    tsneTable(size, spacing, which, field, begin, end) {
      for (let row = begin; row < end; row++) {
        for (let column = 0; column < size; column++) {
          const [x, y] = [column, row].map((node) => (2 * node < size ? node : node - size) * spacing) as [
            number,
            number,
          ];
          const q = 1 / (1 + x * x + y * y);
          const odd = (node: number, along: number) => (2 * node === size ? 0 : q * q * along);
          heap.f32[field / 4 + row * size + column] =
            which === 0 ? q : which === 1 ? odd(column, x) : odd(row, y);
        }
      }
    },

    tsneSplineGains(size, _twiddles, gains, begin, end) {
      for (let k = begin; k < end; k++) {
        const angle = (2 * Math.PI * k) / size;
        const response = (66 + 52 * Math.cos(angle) + 2 * Math.cos(2 * angle)) / 120;
        heap.f32[gains / 4 + k] = 1 / (size * response ** 2);
      }
    },
  };
}

function nodesAt(
  f32: Float32Array,
  point: number,
  originX: number,
  originY: number,
  nodesPerUnit: number,
  side: number,
): { readonly columns: SplineShares; readonly rows: SplineShares } {
  const { fround } = Math;
  const place = (coordinate: number, origin: number) =>
    fround(fround(coordinate - fround(origin)) * fround(nodesPerUnit));
  return {
    columns: quinticShares(place(f32[point / 4]!, originX), side),
    rows: quinticShares(place(f32[point / 4 + 1]!, originY), side),
  };
}
