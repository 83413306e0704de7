import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const SIDE = 28;
const FINE_SIDE = 14;
const COARSE_SIDE = 7;
const [FINE, COARSE] = [FINE_SIDE ** 2, COARSE_SIDE ** 2];
/** Rows of sums are filled up to whole vectors. */
const [FINE_BYTES, COARSE_BYTES] = [400, 112];
const COORDINATES_BYTES = 320;
const REFERENCES = 2048;
const QUERIES = 32;
const NEIGHBORS = 5;
/** Weights near those of scaled pixels, and units that suit them. */
const [WEIGHT, UNIT, STEPS] = [1 / 80, 1 / 128, 2 ** 18];
const WEIGHTED = 1;

/** Squares of 2 x 2 and 4 x 4 pixels. */
async function placeGroups({ values }: Arena) {
  const squareOf = (i: number, side: number) =>
    Math.floor(Math.floor(i / side) / 2) * (side / 2) + ((i % side) >> 1);
  const features = Int32Array.from({ length: FEATURES }, (_, i) => i);
  const members = features.toSorted((a, b) => squareOf(a, SIDE) - squareOf(b, SIDE));
  const starts = Int32Array.from({ length: FINE + 1 }, (_, group) => 4 * group);
  const coarseOf = Int32Array.from({ length: FINE }, (_, i) => squareOf(i, FINE_SIDE));
  const centre = await values(new Float64Array(FINE));
  return [
    await values(members),
    await values(starts),
    FINE,
    await values(coarseOf),
    COARSE,
    centre,
    UNIT,
  ] as const;
}

async function placeSums(arena: Arena, count: number) {
  const samples = await arena.pixels(count * FEATURES);
  const weights = await arena.values(new Float64Array(FEATURES).fill(WEIGHT));
  const [fine, coarse] = [arena.room(count * FINE_BYTES), arena.room(count * COARSE_BYTES)];
  const errors = arena.room(count * 8);
  const sum = command(
    'sumGroups',
    inOnePiece(count),
    ...([samples, WEIGHTED, FEATURES, weights] as const),
    ...([...(await placeGroups(arena)), fine, coarse, errors] as const),
  );
  return { sum, samples, weights, fine, coarse, errors };
}

async function packedReferences(arena: Arena) {
  const references = await placeSums(arena, REFERENCES);
  await arena.run(references.sum);
  const panels = arena.room(REFERENCES * (16 + COARSE) * 2);
  const roughOf = await arena.values(Int32Array.from({ length: COARSE }, (_, group) => group >> 2));
  const args = [references.coarse, REFERENCES, COARSE, roughOf, panels] as const;
  return {
    ...references,
    roughOf,
    panels,
    pack: command('packCoarsePanels', inOnePiece(REFERENCES / 16), ...args),
  };
}

const placeLists = ({ room }: Arena) =>
  [NEIGHBORS, room(4 * QUERIES * NEIGHBORS), room(8 * QUERIES * NEIGHBORS)] as const;

export const manhattanCases: CasesOf<
  'sumGroups' | 'packCoarsePanels' | 'roughCoordinates' | 'searchManhattan' | 'searchMinkowski'
> = {
  sumGroups: {
    size: '2,048 images',
    place: async (arena) => (await placeSums(arena, REFERENCES)).sum,
  },
  packCoarsePanels: {
    size: '2,048 x 49 sums',
    place: async (arena) => (await packedReferences(arena)).pack,
  },
  roughCoordinates: {
    size: '2,048 x 49 sums',
    async place(arena) {
      const { coarse, roughOf } = await packedReferences(arena);
      const args = [coarse, COARSE, roughOf, arena.room(REFERENCES * COORDINATES_BYTES)] as const;
      return command('roughCoordinates', inOnePiece(REFERENCES), ...args);
    },
  },
  searchManhattan: {
    size: '32 queries in 2,048 images, weighted',
    async place(arena) {
      const references = await packedReferences(arena);
      const queries = await placeSums(arena, QUERIES);
      await arena.run(queries.sum, references.pack);
      const weights16 = await arena.values(new Int16Array(FEATURES).fill(WEIGHT * STEPS));
      const order = await arena.values(Int32Array.from({ length: REFERENCES }, (_, i) => i));
      const error = FINE * UNIT;
      return command(
        'searchManhattan',
        inOnePiece(QUERIES / 4),
        ...([queries.samples, order, queries.fine, queries.coarse, queries.errors, QUERIES] as const),
        ...([references.samples, order, references.fine, references.panels] as const),
        ...([error, error, REFERENCES] as const),
        ...([WEIGHTED, FEATURES, references.weights, weights16, STEPS, FINE, COARSE] as const),
        ...([references.roughOf, UNIT] as const),
        ...placeLists(arena),
      );
    },
  },
  searchMinkowski: {
    size: '32 queries in 2,048 images, p = 3',
    async place(arena) {
      const [queries, references] = [
        await arena.pixels(QUERIES * FEATURES),
        await arena.pixels(REFERENCES * FEATURES),
      ];
      const weights = await arena.values(new Float64Array(FEATURES).fill(1));
      const powers = await arena.values(
        Float64Array.from({ length: 256 }, (_, difference) => difference ** 3),
      );
      return command(
        'searchMinkowski',
        inOnePiece(QUERIES),
        ...([queries, references, REFERENCES, 0, FEATURES, weights, powers, 3] as const),
        ...placeLists(arena),
      );
    },
  },
};
