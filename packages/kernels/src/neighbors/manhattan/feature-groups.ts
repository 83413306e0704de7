import { elementCount } from '@fashion-mnist/core';

/** Features parted in fine groups, these in coarse ones, and these in at most sixteen rough ones. */
export interface FeatureGroups {
  /** The features of the first fine group, of the second, and so on. */
  readonly members: Int32Array;
  /** Where each fine group begins among the members, and where the last one ends. */
  readonly fineStarts: Int32Array;
  readonly fineCount: number;
  /** The coarse group of each fine one. */
  readonly coarseOf: Int32Array;
  readonly coarseCount: number;
  /** The rough group of each coarse one, `0..15`. */
  readonly roughOf: Int32Array;
}

/** Things in rows. */
interface Grid {
  readonly height: number;
  readonly width: number;
}

/** A grid whose cells are squares of another one; runs, where that has a single column. */
interface CoarserGrid extends Grid {
  /** The cell in which each cell of the other grid lies. */
  readonly cellOf: Int32Array;
}

const MOST_FINE_GROUPS = 8192;
const MOST_ROUGH_GROUPS = 16;

/**
 * Groups of features that tend to vary together: of pictures, squares of 2 x 2 and of 4 x 4 pixels, whatever lies behind
 * each pixel with it; of other features, runs of 4 and of 16. Features in a row whose number is a square are taken for a
 * picture; any groups will do. Twice as long sides as often as needed for 8,192 groups.
 */
export function featureGroups(shape: readonly number[]): FeatureGroups {
  const side = Math.sqrt(elementCount(shape));
  const featureShape = shape.length === 1 && Number.isInteger(side) ? [side, side] : shape;
  const [height = 1, width = 1, ...depth] = featureShape;
  const depthCount = elementCount(depth);
  const pixels = { height, width };
  const [fineSide, coarseSide] = featureShape.length > 1 ? [2, 2] : [4, 4];
  const fine = coarserUpTo(MOST_FINE_GROUPS, pixels, fineSide);
  const coarse = coarser(fine, coarseSide);
  const rough = coarserUpTo(MOST_ROUGH_GROUPS, coarse, 1);
  const fineOf = new Int32Array(height * width * depthCount).map(
    (_, feature) => fine.cellOf[Math.floor(feature / depthCount)]!,
  );
  return {
    ...listed(fineOf, cellCount(fine)),
    fineCount: cellCount(fine),
    coarseOf: coarse.cellOf,
    coarseCount: cellCount(coarse),
    roughOf: rough.cellOf,
  };
}

/** The first one of at most so many cells, with sides of `side`, twice that, and so on. */
function coarserUpTo(mostCells: number, grid: Grid, side: number): CoarserGrid {
  let cells = coarser(grid, side);
  for (let longer = side * 2; cellCount(cells) > mostCells; longer *= 2) cells = coarser(grid, longer);
  return cells;
}

function coarser({ height, width }: Grid, side: number): CoarserGrid {
  const columns = Math.ceil(width / side);
  const cellOf = new Int32Array(height * width).map(
    (_, i) => Math.floor(Math.floor(i / width) / side) * columns + Math.floor((i % width) / side),
  );
  return { height: Math.ceil(height / side), width: columns, cellOf };
}

function cellCount({ height, width }: Grid): number {
  return height * width;
}

function listed(groupOf: Int32Array, groupCount: number): Pick<FeatureGroups, 'members' | 'fineStarts'> {
  const fineStarts = new Int32Array(groupCount + 1);
  for (const group of groupOf) fineStarts[group + 1]! += 1;
  for (let group = 0; group < groupCount; group++) fineStarts[group + 1]! += fineStarts[group]!;
  const ends = fineStarts.slice();
  const members = new Int32Array(groupOf.length);
  groupOf.forEach((group, feature) => {
    members[ends[group]!++] = feature;
  });
  return { members, fineStarts };
}
