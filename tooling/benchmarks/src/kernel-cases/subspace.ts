import { command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
/** The 50 axes of a usual projection, and 10 more that help them to converge. */
const VECTORS = 60;
const ELEMENTS = FEATURES ** 2;
const SQUARE_BYTES = 8 * ELEMENTS;

const pack = async (
  kernel: 'packVectorRows' | 'packVectorColumns',
  { float64, room }: Arena,
  rows: number,
) => {
  const packed = room(8 * rows * FEATURES);
  const panels = kernel === 'packVectorRows' ? rows / 4 : FEATURES / 4;
  const matrix = await float64(rows * FEATURES);
  return { packing: command(kernel, inOnePiece(panels), matrix, rows, FEATURES, packed), packed };
};

export const subspaceCases: CasesOf<
  | 'packVectorRows'
  | 'packVectorColumns'
  | 'multiplyPanels'
  | 'combineVectors'
  | 'orthonormalize'
  | 'symmetricEigen'
  | 'residualLengths'
> = {
  packVectorRows: {
    size: '784 x 784',
    place: async (arena) => (await pack('packVectorRows', arena, FEATURES)).packing,
  },
  packVectorColumns: {
    size: '784 x 784',
    place: async (arena) => (await pack('packVectorColumns', arena, FEATURES)).packing,
  },
  multiplyPanels: {
    size: '60 x 784 x 784',
    async place(arena) {
      const rows = await pack('packVectorRows', arena, VECTORS);
      const columns = await pack('packVectorColumns', arena, FEATURES);
      await arena.run(rows.packing, columns.packing);
      const args = [rows.packed, VECTORS, FEATURES, columns.packed, FEATURES] as const;
      return command('multiplyPanels', inOnePiece(FEATURES / 4), ...args, arena.room(8 * VECTORS * FEATURES));
    },
  },
  combineVectors: {
    size: '784 x 784',
    async place({ float64, room }) {
      const [x, y, z] = [await float64(ELEMENTS), await float64(ELEMENTS), await float64(ELEMENTS)];
      return command('combineVectors', inOnePiece(ELEMENTS), x, 0.5, y, -1.5, z, 2, room(SQUARE_BYTES));
    },
  },
  orthonormalize: {
    size: '60 x 784',
    place: async ({ float64 }) =>
      singleCommand('orthonormalize', await float64(VECTORS * FEATURES), VECTORS, FEATURES),
  },
  symmetricEigen: {
    size: '60 x 60',
    async place({ values, room }) {
      const matrix = Float64Array.from({ length: VECTORS ** 2 }, (_, i) => {
        const [row, column] = [Math.floor(i / VECTORS), i % VECTORS];
        return 1 / (1 + row + column) + (row === column ? row : 0);
      });
      const [eigenvalues, vectors] = [room(8 * VECTORS), room(8 * VECTORS ** 2)];
      return singleCommand(
        'symmetricEigen',
        await values(matrix),
        VECTORS,
        eigenvalues,
        vectors,
        room(24 * VECTORS),
      );
    },
  },
  residualLengths: {
    size: '784 x 784',
    async place({ float64, room }) {
      const [images, values, vectors] = [
        await float64(ELEMENTS),
        await float64(FEATURES),
        await float64(ELEMENTS),
      ];
      return command(
        'residualLengths',
        inOnePiece(FEATURES),
        images,
        values,
        vectors,
        FEATURES,
        room(8 * FEATURES),
      );
    },
  },
};
