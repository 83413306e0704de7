import { type Command, command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const SIZE = 600;
const BLOCK = 64;
const ELEMENTS = SIZE ** 2;
const QUERIES = 16;
const ALL = inOnePiece(SIZE);

/** Near enough to the identity that every kernel stays among usual numbers. */
const factorLike = (row: number, column: number) => (row === column ? 2 : 1 / (10 + Math.abs(row - column)));

function square(draw: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: ELEMENTS }, (_, i) => draw(Math.floor(i / SIZE), i % SIZE));
}

async function place({ values, float64, room }: Arena) {
  const distances = await values(square((row, column) => (row - column) ** 2 / 100));
  const covariances = await values(square((row, column) => Math.exp(-((row - column) ** 2) / 200)));
  const roots = await values(new Float64Array(SIZE).fill(0.4));
  const factor = await values(square(factorLike));
  const [first, second] = [await float64(SIZE), await float64(SIZE)];
  return { distances, covariances, roots, factor, first, second, room };
}

type Placed = Awaited<ReturnType<typeof place>>;

const caseOf = (size: string, commandOf: (placed: Placed) => Command) => ({
  size,
  place: async (arena: Arena) => commandOf(await place(arena)),
});

const whole = `${SIZE} x ${SIZE}`;

export const gaussianProcessCases: CasesOf<
  | 'gpCovariances'
  | 'gpWeigh'
  | 'gpReduceBlock'
  | 'gpFactorBlock'
  | 'gpMultiply'
  | 'gpSolve'
  | 'gpVariances'
  | 'gpDerivatives'
> = {
  gpCovariances: caseOf(whole, ({ distances, room }) =>
    command('gpCovariances', inOnePiece(ELEMENTS), distances, 2, 0.7, room(8 * ELEMENTS)),
  ),
  gpWeigh: caseOf(whole, ({ covariances, roots, room }) =>
    command('gpWeigh', ALL, covariances, SIZE, roots, room(8 * ELEMENTS)),
  ),
  gpReduceBlock: caseOf(`${BLOCK} columns behind ${SIZE / 2} of ${SIZE}`, ({ factor }) =>
    command('gpReduceBlock', inOnePiece(SIZE / 2), factor, SIZE, SIZE / 2, BLOCK),
  ),
  gpFactorBlock: caseOf(`the first ${BLOCK} columns of ${SIZE}`, ({ factor, room }) =>
    command('gpFactorBlock', inOnePiece(SIZE - BLOCK), factor, SIZE, 0, BLOCK, room(8 * SIZE), BLOCK),
  ),
  gpMultiply: caseOf(whole, ({ covariances, first, room }) =>
    command('gpMultiply', ALL, covariances, SIZE, first, room(8 * SIZE)),
  ),
  gpSolve: caseOf(whole, ({ factor, first }) => singleCommand('gpSolve', factor, SIZE, first)),
  gpVariances: caseOf(`${QUERIES} rows, ${whole}`, ({ factor, roots, covariances, room }) =>
    command('gpVariances', inOnePiece(QUERIES), factor, SIZE, roots, covariances, 1, room(8 * QUERIES)),
  ),
  gpDerivatives: caseOf(`${QUERIES} columns, ${whole}`, (placed) => {
    const { factor, roots, covariances, distances, first, second, room } = placed;
    const tail = [covariances, distances, 0.7, first, second, room(32 * SIZE)] as const;
    return command('gpDerivatives', inOnePiece(QUERIES), factor, SIZE, roots, ...tail);
  }),
};
