import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const BYTE_ROWS = 1024;
const BYTE_PANELS = FEATURES / 8;
const FLOAT_ROWS = 256;
const FLOAT_PANELS = FEATURES / 4;
const BYTES_OF_DOUBLE = 8;

const packBytes = async ({ pixels, room }: Arena) => {
  const samples = await pixels(BYTE_ROWS * FEATURES);
  const panels = room(2 * BYTE_ROWS * FEATURES);
  const pack = command('packSamplePairs', inOnePiece(BYTE_ROWS / 2), samples, BYTE_ROWS, FEATURES, panels);
  return { pack, panels };
};

const packFloats = async ({ float32, room }: Arena) => {
  const [samples, origin] = [await float32(FLOAT_ROWS * FEATURES), await float32(FEATURES)];
  const panels = room(BYTES_OF_DOUBLE * FLOAT_ROWS * FEATURES);
  const args = [samples, FLOAT_ROWS, FEATURES, origin, panels] as const;
  return { pack: command('packCentredSamples', inOnePiece(FLOAT_ROWS), ...args), panels };
};

export const covarianceCases: CasesOf<
  | 'clearSums'
  | 'packSamplePairs'
  | 'addByteProducts'
  | 'addByteSums'
  | 'packCentredSamples'
  | 'addFloatProducts'
  | 'addFloatSums'
  | 'covarianceFromSums'
> = {
  clearSums: {
    size: '784 x 784',
    place: async ({ room }) =>
      command('clearSums', inOnePiece(FEATURES ** 2), room(BYTES_OF_DOUBLE * FEATURES ** 2)),
  },
  packSamplePairs: { size: '1,024 x 784 bytes', place: async (arena) => (await packBytes(arena)).pack },
  addByteProducts: {
    size: '1,024 x 784 bytes',
    async place(arena) {
      const { pack, panels } = await packBytes(arena);
      await arena.run(pack);
      const products = await arena.float64(FEATURES ** 2);
      return command(
        'addByteProducts',
        inOnePiece(BYTE_PANELS),
        panels,
        BYTE_PANELS,
        BYTE_ROWS / 2,
        products,
      );
    },
  },
  addByteSums: {
    size: '1,024 x 784 bytes',
    async place(arena) {
      const { pack, panels } = await packBytes(arena);
      await arena.run(pack);
      const sums = await arena.float64(FEATURES);
      return command('addByteSums', inOnePiece(BYTE_PANELS), panels, BYTE_ROWS / 2, sums);
    },
  },
  packCentredSamples: { size: '256 x 784 floats', place: async (arena) => (await packFloats(arena)).pack },
  addFloatProducts: {
    size: '256 x 784 floats',
    async place(arena) {
      const { pack, panels } = await packFloats(arena);
      await arena.run(pack);
      const products = await arena.float64(FEATURES ** 2);
      return command(
        'addFloatProducts',
        inOnePiece(FLOAT_PANELS),
        panels,
        FLOAT_PANELS,
        FLOAT_ROWS,
        products,
      );
    },
  },
  addFloatSums: {
    size: '256 x 784 floats',
    async place(arena) {
      const { pack, panels } = await packFloats(arena);
      await arena.run(pack);
      const sums = await arena.float64(FEATURES);
      return command('addFloatSums', inOnePiece(FLOAT_PANELS), panels, FLOAT_ROWS, sums);
    },
  },
  covarianceFromSums: {
    size: '784 x 784',
    place: async ({ float64, room }) =>
      command(
        'covarianceFromSums',
        inOnePiece(FEATURES),
        await float64(FEATURES ** 2),
        FEATURES,
        await float64(FEATURES),
        70_000,
        FEATURES,
        room(BYTES_OF_DOUBLE * FEATURES ** 2),
        room(BYTES_OF_DOUBLE * FEATURES),
      ),
  },
};
