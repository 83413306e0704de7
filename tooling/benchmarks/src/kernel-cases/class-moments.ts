import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const CLASSES = 10;
const SAMPLES = 6000;
const QUERIES = 1000;
const BYTES_OF_DOUBLE = 8;

const placeClasses = async ({ values, pixels, int32, float64 }: Arena) => {
  const starts = Int32Array.from({ length: CLASSES + 1 }, (_, code) => (code * SAMPLES) / CLASSES);
  return {
    samples: await pixels(SAMPLES * FEATURES),
    order: await int32(SAMPLES, SAMPLES),
    starts: await values(starts),
    sums: await float64(CLASSES * FEATURES),
    others: await float64(CLASSES * FEATURES),
  };
};

export const classMomentsCases: CasesOf<'addClassSums' | 'addWeightedPowers' | 'gaussianExponents'> = {
  addClassSums: {
    size: '6,000 x 784 bytes, 10 classes',
    async place(arena) {
      const { samples, order, starts, sums, others } = await placeClasses(arena);
      return command('addClassSums', inOnePiece(CLASSES), samples, FEATURES, order, starts, sums, others);
    },
  },
  addWeightedPowers: {
    size: '6,000 x 784 bytes, 10 classes',
    async place(arena) {
      const { samples, order, starts, sums, others } = await placeClasses(arena);
      const terms = [await arena.float64(SAMPLES), others, 2, sums] as const;
      return command('addWeightedPowers', inOnePiece(CLASSES), samples, 0, FEATURES, order, starts, ...terms);
    },
  },
  gaussianExponents: {
    size: '1,000 x 784 bytes, 10 classes',
    async place({ pixels, float64, room }) {
      const samples = await pixels(QUERIES * FEATURES);
      const [locations, precisions] = [await float64(CLASSES * FEATURES), await float64(CLASSES * FEATURES)];
      const exponents = room(BYTES_OF_DOUBLE * QUERIES * CLASSES);
      const rest = [locations, precisions, CLASSES, exponents] as const;
      return command('gaussianExponents', inOnePiece(QUERIES), samples, 0, FEATURES, ...rest);
    },
  },
};
