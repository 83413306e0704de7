import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const SAMPLES = 1000;
const PROBLEMS = 5;
/** Scale, intercept, step, rate, loss, drift, factor, divisor and intercept of the average, two weights. */
const FRESH_STATE = [1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 1];
const HINGE = 0;
const OPTIMAL = 1;
const ALPHA = 1e-4;

const prepare = async ({ pixels, uniform, int32, room }: Arena) => {
  const [samples, order] = [await pixels(SAMPLES * FEATURES), await int32(SAMPLES, SAMPLES)];
  const [mean, inverseScale] = [await uniform(FEATURES, 200), await uniform(FEATURES, 0.02)];
  const rows = room(4 * SAMPLES * FEATURES);
  const features = [samples, 0, FEATURES, mean, inverseScale] as const;
  return {
    prepareRows: command('prepareRows', inOnePiece(SAMPLES), ...features, order, rows),
    features,
    order,
    rows,
  };
};

const codesOfProblems = () => Array.from({ length: PROBLEMS }, (_, code) => code);

const allProblems = ({ values }: Arena) => values(Int32Array.from(codesOfProblems()));

export const onlineCases: CasesOf<'prepareRows' | 'learnOneAgainstRest' | 'projectOnProblems'> = {
  prepareRows: { size: '1,000 x 784 bytes', place: async (arena) => (await prepare(arena)).prepareRows },
  learnOneAgainstRest: {
    size: '1,000 x 784 bytes, 5 classes',
    async place(arena) {
      const { features, order, rows } = await prepare(arena);
      const codes = await arena.int32(SAMPLES, PROBLEMS);
      const weights = await arena.values(new Float32Array(PROBLEMS * FEATURES));
      const states = Float64Array.from(codesOfProblems().flatMap((code) => [...FRESH_STATE, code]));
      const problems = [await allProblems(arena), PROBLEMS, PROBLEMS] as const;
      return command(
        'learnOneAgainstRest',
        inOnePiece(1),
        ...([...features, order, SAMPLES, codes, 0] as const),
        ...([...problems, rows, weights, 0, 0, await arena.values(states)] as const),
        ...([HINGE, 1, OPTIMAL, 1000, ALPHA, ALPHA, 0, 0, 1] as const),
      );
    },
  },
  projectOnProblems: {
    size: '1,000 x 784 floats, 5 classes',
    async place(arena) {
      const { prepareRows, rows } = await prepare(arena);
      await arena.run(prepareRows);
      const weights = await arena.float32(PROBLEMS * FEATURES);
      const args = [await allProblems(arena), PROBLEMS, weights, arena.room(4 * SAMPLES * PROBLEMS)] as const;
      return command('projectOnProblems', inOnePiece(SAMPLES), rows, FEATURES, ...args);
    },
  },
};
