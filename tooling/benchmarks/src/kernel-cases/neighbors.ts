import { type Command, command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const IMAGES = 512;
const FEATURES = 784;
const AXES = 152;
const COORDINATES_BYTES = 320;
const PANELS = IMAGES / 8;
const BLOCKS = IMAGES / 64;
const NEIGHBORS = 15;
const SIZE = '512 images';
/** Length of the whole-number directions, and its inverse, which makes them unit vectors. */
const UNIT = 16_384;
/** Keeps the coordinates of images in int16. */
const SCALE = 1;
const LEVELS = Math.log2(PANELS);

/** Axes that are pixels, evenly spread, in place of principal components: any orthonormal ones will do. */
const pixelOf = (axis: number) => Math.floor((axis * FEATURES) / AXES);

async function spaceOfBytes({ values }: Arena) {
  const pairCount = FEATURES / 2;
  const directions = new Int16Array(AXES * FEATURES);
  for (let axis = 0; axis < AXES; axis++) {
    const pixel = pixelOf(axis);
    const pair = Math.floor(axis / 8) * pairCount + Math.floor(pixel / 2);
    directions[16 * pair + 2 * (axis % 8) + (pixel % 2)] = UNIT;
  }
  const centre = await values(new Uint8Array(FEATURES));
  return [centre, await values(directions), AXES, await values(mixing()), SCALE] as const;
}

async function spaceOfFloats({ values }: Arena) {
  const directions = new Float64Array(AXES * FEATURES);
  for (let axis = 0; axis < AXES; axis++)
    directions[4 * (Math.floor(axis / 4) * FEATURES + pixelOf(axis)) + (axis % 4)] = UNIT;
  const centre = await values(new Float32Array(FEATURES));
  return [centre, await values(directions), AXES, await values(mixing()), SCALE] as const;
}

/** Nothing but the lengths has to be put right. */
function mixing(): Float64Array {
  const quads = new Float64Array(AXES * AXES);
  for (let axis = 0; axis < AXES; axis++)
    quads[4 * (Math.floor(axis / 4) * AXES + axis) + (axis % 4)] = 1 / UNIT;
  return quads;
}

/** Images in the memory of a pool, and the commands that prepare them for a search, in order. */
interface PreparedImages {
  readonly project: Command;
  readonly splits: readonly Command[];
  readonly gather: Command;
  readonly gatherCoordinates: Command;
  readonly packPanels: Command;
  readonly packCentres: Command;
  readonly packBalls: Command;
  readonly search: Command;
}

async function preparedImages(arena: Arena): Promise<PreparedImages> {
  const { room } = arena;
  const samples = await arena.pixels(IMAGES * FEATURES);
  const order = await arena.values(Int32Array.from({ length: IMAGES }, (_, i) => i));
  const [unordered, coordinates] = [room(IMAGES * COORDINATES_BYTES), room(IMAGES * COORDINATES_BYTES)];
  const [keys, ordered] = [room(4 * IMAGES), room(IMAGES * FEATURES)];
  const [panels, panelNorms] = [room(PANELS * 2560), room(PANELS * 128)];
  const [centres, centreNorms] = [room(BLOCKS * 256), room(BLOCKS * 32)];
  const [balls, ballSize] = [room(BLOCKS * 32), 64];
  const [indices, distances] = [room(4 * IMAGES * NEIGHBORS), room(4 * IMAGES * NEIGHBORS)];
  const rows = inOnePiece(IMAGES);
  const space = await spaceOfBytes(arena);
  const packed = [panels, panelNorms, centres, centreNorms, balls, ballSize] as const;
  const queries = [ordered, order, coordinates, IMAGES] as const;
  const result = [NEIGHBORS, indices, distances] as const;
  return {
    project: command('projectBytes', rows, samples, FEATURES, ...space, unordered),
    splits: Array.from({ length: LEVELS }, (_, level) =>
      command('splitNodes', inOnePiece(2 ** level), unordered, order, keys, IMAGES, level),
    ),
    gather: command('gatherRows', rows, samples, order, FEATURES, ordered),
    gatherCoordinates: command('gatherRows', rows, unordered, order, COORDINATES_BYTES, coordinates),
    packPanels: command('packPanels', inOnePiece(PANELS), coordinates, IMAGES, panels, panelNorms),
    packCentres: command('packCentres', inOnePiece(BLOCKS), coordinates, IMAGES, centres, centreNorms),
    packBalls: command('packBalls', inOnePiece(BLOCKS), coordinates, IMAGES, ballSize, balls),
    search: command(
      'searchNeighbors',
      inOnePiece(1),
      ...([...queries, ordered, order, IMAGES, ...packed, FEATURES, 0, 0, 0, SCALE, 0, ...result] as const),
    ),
  };
}

export const neighborsCases: CasesOf<
  | 'projectBytes'
  | 'projectFloats'
  | 'projectWeightedBytes'
  | 'splitNodes'
  | 'gatherRows'
  | 'packPanels'
  | 'packCentres'
  | 'packBalls'
  | 'searchNeighbors'
> = {
  projectBytes: { size: SIZE, place: async (arena) => (await preparedImages(arena)).project },
  projectFloats: {
    size: SIZE,
    async place(arena) {
      const args = [
        await arena.float32(IMAGES * FEATURES),
        FEATURES,
        ...(await spaceOfFloats(arena)),
      ] as const;
      return command('projectFloats', inOnePiece(IMAGES), ...args, arena.room(IMAGES * COORDINATES_BYTES));
    },
  },
  projectWeightedBytes: {
    size: SIZE,
    async place(arena) {
      const weights = await arena.values(new Float32Array(FEATURES).fill(4));
      const [, ...space] = await spaceOfBytes(arena);
      const centre = await arena.values(new Int16Array(FEATURES));
      const args = [await arena.pixels(IMAGES * FEATURES), weights, FEATURES, centre, ...space] as const;
      return command(
        'projectWeightedBytes',
        inOnePiece(IMAGES),
        ...args,
        arena.room(IMAGES * COORDINATES_BYTES),
      );
    },
  },
  splitNodes: {
    size: `${SIZE}, the root`,
    async place(arena) {
      const { project, splits } = await preparedImages(arena);
      await arena.run(project);
      return splits[0] ?? project;
    },
  },
  gatherRows: {
    size: '5,000 images',
    async place({ pixels, int32, room }) {
      const args = [await pixels(5000 * FEATURES), await int32(5000, 5000), FEATURES] as const;
      return command('gatherRows', inOnePiece(5000), ...args, room(5000 * FEATURES));
    },
  },
  packPanels: { size: SIZE, place: async (arena) => (await orderedImages(arena)).packPanels },
  packCentres: { size: SIZE, place: async (arena) => (await orderedImages(arena)).packCentres },
  packBalls: { size: SIZE, place: async (arena) => (await orderedImages(arena)).packBalls },
  searchNeighbors: {
    size: '256 queries in 512 images',
    async place(arena) {
      const { packPanels, packCentres, packBalls, search } = await orderedImages(arena);
      await arena.run(packPanels, packCentres, packBalls);
      return search;
    },
  },
};

async function orderedImages(arena: Arena): Promise<PreparedImages> {
  const prepared = await preparedImages(arena);
  await arena.run(prepared.project, ...prepared.splits, prepared.gather, prepared.gatherCoordinates);
  return prepared;
}
