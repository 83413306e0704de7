import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const COLUMNS = 64;
const SAMPLES = 2000;
const QUERIES = 128;
const REFERENCES = 1024;

const packMatrix = async ({ float32, room }: Arena, rows: number, columns: number) => {
  const panels = room(4 * rows * columns);
  const args = [await float32(rows * columns), rows, columns, panels] as const;
  return { pack: command('packColumns', inOnePiece(columns / 8), ...args), panels };
};

const packBytes = async ({ pixels, room }: Arena, rows: number) => {
  const panels = room(2 * rows * FEATURES);
  const args = [await pixels(rows * FEATURES), rows, FEATURES, panels] as const;
  return { pack: command('packRowsOfBytes', inOnePiece(rows / 8), ...args), panels };
};

const packFloats = async ({ float32, room }: Arena, rows: number) => {
  const panels = room(8 * rows * FEATURES);
  const args = [await float32(rows * FEATURES), rows, FEATURES, panels] as const;
  return { pack: command('packRowsOfFloats', inOnePiece(rows / 4), ...args), panels };
};

const product = async (
  kernel: 'multiplyCentredFloats' | 'multiplyCentredBytes',
  samples: number,
  arena: Arena,
) => {
  const { pack, panels } = await packMatrix(arena, FEATURES, COLUMNS);
  await arena.run(pack);
  const [centre, bias] = [await arena.float32(FEATURES), await arena.float32(COLUMNS)];
  const result = arena.room(4 * SAMPLES * COLUMNS);
  return command(kernel, inOnePiece(SAMPLES), samples, centre, FEATURES, panels, COLUMNS, bias, result);
};

export const productsCases: CasesOf<
  | 'packColumns'
  | 'multiplyCentredFloats'
  | 'multiplyCentredBytes'
  | 'packRowsOfBytes'
  | 'squaredDistancesOfBytes'
  | 'packRowsOfFloats'
  | 'squaredDistancesOfFloats'
> = {
  packColumns: {
    size: '784 x 784 floats',
    place: async (arena) => (await packMatrix(arena, FEATURES, FEATURES)).pack,
  },
  multiplyCentredFloats: {
    size: '2,000 x 784 x 64',
    place: async (arena) => product('multiplyCentredFloats', await arena.float32(SAMPLES * FEATURES), arena),
  },
  multiplyCentredBytes: {
    size: '2,000 x 784 x 64',
    place: async (arena) => product('multiplyCentredBytes', await arena.pixels(SAMPLES * FEATURES), arena),
  },
  packRowsOfBytes: {
    size: '1,024 x 784 bytes',
    place: async (arena) => (await packBytes(arena, REFERENCES)).pack,
  },
  squaredDistancesOfBytes: {
    size: '128 x 1,024 rows of 784',
    async place(arena) {
      const { pack, panels } = await packBytes(arena, REFERENCES);
      await arena.run(pack);
      const [rows, distances] = [
        await arena.pixels(QUERIES * FEATURES),
        arena.room(8 * QUERIES * REFERENCES),
      ];
      const args = [rows, FEATURES, panels, REFERENCES, distances] as const;
      return command('squaredDistancesOfBytes', inOnePiece(QUERIES), ...args);
    },
  },
  packRowsOfFloats: {
    size: '1,024 x 784 floats',
    place: async (arena) => (await packFloats(arena, REFERENCES)).pack,
  },
  squaredDistancesOfFloats: {
    size: '128 x 1,024 rows of 784',
    async place(arena) {
      const { pack, panels } = await packFloats(arena, REFERENCES);
      await arena.run(pack);
      const [rows, distances] = [
        await arena.float32(QUERIES * FEATURES),
        arena.room(8 * QUERIES * REFERENCES),
      ];
      const args = [rows, FEATURES, panels, REFERENCES, distances] as const;
      return command('squaredDistancesOfFloats', inOnePiece(QUERIES), ...args);
    },
  },
};
