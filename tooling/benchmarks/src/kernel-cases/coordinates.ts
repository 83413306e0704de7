import { command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const SAMPLES = 1000;
const FEATURES = 784;
const WIDTH = 800;
const CLASSES = 10;
const VISITS = 2000;
const TOLERANCE = 1e-4;
const EPOCHS = 1000;
/** Positive labels, one in ten. */
const signOf = (i: number) => (i % CLASSES === 0 ? 1 : -1);

const values = <T extends Float32Array | Float64Array | Int32Array>(
  array: T,
  valueOf: (i: number) => number,
): T => {
  for (let i = 0; i < array.length; i++) array[i] = valueOf(i);
  return array;
};

/** Pixels, and what makes them features of about unit variance. */
const placeSamples = async (arena: Arena) => {
  const samples = await arena.pixels(SAMPLES * FEATURES);
  const centre = await arena.values(new Float32Array(FEATURES).fill(70));
  const factor = await arena.values(new Float32Array(FEATURES).fill(1 / 90));
  return { samples, centre, factor };
};

const placeState = (arena: Arena, activeCount: number, ofMethod: readonly number[]) =>
  arena.values(Float64Array.of(0, activeCount, 0, 0, 42, ...ofMethod));

const placeDual = async (arena: Arena) => {
  const { samples, centre, factor } = await placeSamples(arena);
  return {
    layout: [samples, 1, FEATURES, SAMPLES, centre, factor] as const,
    squares: await arena.values(new Float64Array(SAMPLES).fill(FEATURES)),
    costs: await arena.values(values(new Float64Array(SAMPLES), signOf)),
    row: await arena.values(new Float32Array(WIDTH)),
  };
};

export const coordinatesCases: CasesOf<
  'squareRows' | 'descendDual' | 'weightsOfMultipliers' | 'descendCrammerSinger'
> = {
  squareRows: {
    size: '1,000 x 784 bytes',
    async place(arena) {
      const { samples, centre, factor } = await placeSamples(arena);
      const squares = arena.room(8 * SAMPLES);
      return command('squareRows', inOnePiece(SAMPLES), samples, 1, FEATURES, centre, factor, 1, squares);
    },
  },
  descendDual: {
    size: '2,000 visits of 784 bytes',
    async place(arena) {
      const { layout, squares, costs, row } = await placeDual(arena);
      const weights = await arena.values(new Float32Array(WIDTH));
      const multipliers = await arena.values(new Float64Array(SAMPLES));
      const order = await arena.values(values(new Int32Array(SAMPLES), (i) => i));
      const state = await placeState(arena, SAMPLES, [-Infinity, Infinity, Infinity, -Infinity, 4]);
      const method = [squares, costs, WIDTH, row, weights, multipliers, order, SAMPLES] as const;
      const sums = await arena.values(new Float64Array(WIDTH));
      const stops = [state, sums, 1, TOLERANCE, EPOCHS, VISITS] as const;
      return singleCommand('descendDual', ...layout, ...method, ...stops);
    },
  },
  weightsOfMultipliers: {
    size: '1,000 x 784 bytes',
    async place(arena) {
      const { layout, costs, row } = await placeDual(arena);
      const multipliers = await arena.values(new Float64Array(SAMPLES).fill(0.5));
      const [sums, weights] = [arena.room(8 * WIDTH), arena.room(4 * WIDTH)];
      return singleCommand('weightsOfMultipliers', ...layout, costs, WIDTH, row, multipliers, sums, weights);
    },
  },
  descendCrammerSinger: {
    size: '2,000 visits of 784 bytes, 10 classes',
    async place(arena) {
      const { layout, squares, row } = await placeDual(arena);
      const [samples, elementBytes, features, , centre, factor] = layout;
      const codeOf = (i: number) => i % CLASSES;
      const codes = await arena.values(values(new Int32Array(SAMPLES), codeOf));
      const costs = await arena.values(new Float64Array(SAMPLES).fill(1));
      const weights = await arena.values(new Float32Array(CLASSES * WIDTH));
      const multipliers = await arena.values(new Float64Array(SAMPLES * CLASSES));
      const classOrders = await arena.values(values(new Int32Array(SAMPLES * CLASSES), codeOf));
      const ownPlaces = await arena.values(values(new Int32Array(SAMPLES), codeOf));
      const active = await arena.values(new Int32Array(SAMPLES).fill(CLASSES));
      const order = await arena.values(values(new Int32Array(SAMPLES), (i) => i));
      const state = await placeState(arena, SAMPLES, [-Infinity, 1, 1, 0, 0]);
      const method = [squares, costs, codes, CLASSES, WIDTH, row, weights, multipliers] as const;
      const classes = [classOrders, ownPlaces, active, arena.room(24 * CLASSES)] as const;
      const rows = [samples, elementBytes, features, centre, factor] as const;
      const stops = [order, SAMPLES, SAMPLES, state, TOLERANCE, EPOCHS, VISITS] as const;
      return singleCommand('descendCrammerSinger', ...rows, ...method, ...classes, ...stops);
    },
  },
};
