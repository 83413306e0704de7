/** The box around a map. */
export interface MapBounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Nodes that repulsion is interpolated between. */
export interface InterpolationGrid {
  /** Distance between nodes, on the map. */
  readonly spacing: number;
  /** Nodes along each axis, a multiple of 8. */
  readonly side: number;
  /** Nodes of the period of the Fourier transforms, `2^a 3^b`, more than twice `side`. */
  readonly size: number;
  /** Where the nodes of a point begin to be counted. */
  readonly originX: number;
  readonly originY: number;
}

/**
 * At this distance between nodes, forces between randomly spread points err by 0.05 to 0.07 %: what is lost are
 * frequencies above `pi / distance`, and the spectrum of the force falls with `exp(-frequency)`.
 */
const SPACING = 0.28;

/** A small map has at least this many nodes across. */
const LEAST_CELLS = 16;

/** Nodes behind the first one of a point, rounded up to what kernels read at once. */
const SPLINE_ROOM = 8;

/** Free nodes on either side of the far end of the period, over which the inverse of the splines fades away. */
const FADE = 16;

/** Above, a grid gets coarser rather than bigger. */
const LARGEST_SIZE = 2592;

/** A band is eight rows of nodes. */
export const MOST_BANDS: number = LARGEST_SIZE / 16;

const SIZES = transformSizes();

/** The finest grid that is of use for a map, and is not too big. */
export function chooseGrid({ minX, minY, maxX, maxY }: MapBounds): InterpolationGrid {
  const span = Math.max(maxX - minX, maxY - minY, Number.MIN_VALUE);
  let spacing = SPACING;
  while (span < LEAST_CELLS * spacing && spacing > Number.EPSILON ** 2) spacing /= 2;
  while (2 * sideFor(span, spacing) + FADE > LARGEST_SIZE) spacing *= 1.25;
  const side = sideFor(span, spacing);
  const size = SIZES.find((candidate) => candidate >= 2 * side + FADE) ?? LARGEST_SIZE;
  return { spacing, side, size, originX: minX, originY: minY };
}

/** The grid with the period of another, where that does as well: tables that depend on it can be kept. */
export function withPeriodOf(
  grid: InterpolationGrid,
  other: InterpolationGrid | undefined,
): InterpolationGrid {
  const fits = other?.spacing === grid.spacing && other.size >= grid.size && other.size <= 1.2 * grid.size;
  return fits ? { ...grid, size: other.size } : grid;
}

function sideFor(span: number, spacing: number): number {
  const nodes = Math.floor(span / spacing) + 1 + SPLINE_ROOM;
  return 8 * Math.ceil(nodes / 8);
}

/** Multiples of 8 whose only factors are 2 and 3, the latter few: they take more steps. */
function transformSizes(): readonly number[] {
  const sizes: number[] = [];
  for (let power = 1; power <= 81; power *= 3)
    for (let size = 8 * power; size <= LARGEST_SIZE; size *= 2) sizes.push(size);
  return sizes.toSorted((a, b) => a - b);
}
