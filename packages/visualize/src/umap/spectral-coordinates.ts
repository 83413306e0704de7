import { createRng } from '@fashion-mnist/core';
import {
  type Command,
  command,
  type LongRun,
  type Region,
  singleCommand,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import type { FuzzyGraph } from './fuzzy-graph.ts';

/** The trivial vector, and the two that make coordinates. */
const WANTED = 3;
const VECTORS = 8;
const ROW_GRAIN = 512;
const ELEMENT_GRAIN = 16_384;
/** Loose: points move on from here. */
const TOLERANCE = 1e-4;
const FILTER = Object.freeze({ degree: 16, mostRounds: 20 });

/**
 * Coordinates from the second and third eigenvector of the normalised Laplacian of a graph, shape `[rowCount, 2]`; their
 * largest values are positive. Where a graph falls apart, its parts come to lie at a few places.
 *
 * @see Belkin & Niyogi 2003, "Laplacian eigenmaps"; Zhou et al. 2006, "Chebyshev-filtered subspace iteration"
 */
export async function spectralCoordinates(
  pool: WorkerPool,
  graph: FuzzyGraph,
  { signal }: LongRun,
): Promise<Float32Array> {
  const { rowCount } = graph;
  const region = pool.region();
  try {
    const count = Math.min(VECTORS, rowCount);
    const space = diffusionSpace(region, graph, count);
    let [vectors, images, spare] = space.blocks;
    const rng = createRng(0);
    await pool.write(
      vectors,
      Float64Array.from({ length: count * rowCount }, () => rng.nextUint32() / 2 ** 32 - 0.5),
    );
    let pending: readonly Command[] = [space.scaleRows];
    for (let round = 1; ; round++) {
      await pool.submit([...pending, ...space.rayleighRitz(vectors, images, spare)], { signal });
      [vectors, spare] = [spare, vectors];
      const values = await pool.read(Float64Array, space.values, count);
      const residuals = await pool.read(Float64Array, space.residuals, WANTED);
      if (residuals.every((residual) => residual < TOLERANCE) || round === FILTER.mostRounds) break;
      const filter = filterCommands(space, values[count - 1] ?? 0, [vectors, images, spare]);
      pending = filter.commands;
      [vectors, images, spare] = filter.blocks;
    }
    const data = await pool.read(Float64Array, vectors, WANTED * rowCount);
    return interleave(data.subarray(rowCount, 2 * rowCount), data.subarray(2 * rowCount));
  } finally {
    region.release();
  }
}

type Blocks = readonly [number, number, number];
type DiffusionSpace = ReturnType<typeof diffusionSpace>;

/** Blocks of vectors, and how they spread along the edges of a graph. */
function diffusionSpace(region: Region, graph: FuzzyGraph, count: number) {
  const { rowCount: size, rowStarts, columns, weights } = graph;
  const rows = { total: size, grain: ROW_GRAIN };
  const panels = (vectorCount: number) => ({ total: Math.ceil(vectorCount / 4), grain: 1 });
  const block = () => region.alloc(8 * count * size);
  const blocks: Blocks = [block(), block(), block()];
  const scales = region.alloc(8 * size);
  const [left, right] = [region.alloc(8 * (count + 3) * size), region.alloc(8 * (count + 3) * (size + 3))];
  const [small, rotation] = [region.alloc(8 * count * count), region.alloc(8 * count * count)];
  const [values, residuals] = [region.alloc(8 * count), region.alloc(8 * count)];
  const work = region.alloc(24 * count);
  const diffuse = (from: number, to: number) =>
    command('umapDiffuse', rows, rowStarts, columns, weights, scales, size, count, from, to);
  const turn = (from: number, to: number) => [
    command('packVectorColumns', panels(size), from, count, size, right),
    command('multiplyPanels', panels(size), left, count, count, right, size, to),
  ];
  return {
    blocks,
    values,
    residuals,
    diffuse,
    scaleRows: command('umapRowScales', rows, rowStarts, weights, scales),
    combine: (x: number, alpha: number, y: number, beta: number, z: number, gamma: number, to: number) =>
      command(
        'combineVectors',
        { total: count * size, grain: ELEMENT_GRAIN },
        x,
        alpha,
        y,
        beta,
        z,
        gamma,
        to,
      ),
    /** Leaves the best eigenvectors in `found`. */
    rayleighRitz: (vectors: number, images: number, found: number): readonly Command[] => [
      singleCommand('orthonormalize', vectors, count, size),
      diffuse(vectors, images),
      command('packVectorRows', panels(count), vectors, count, size, left),
      command('packVectorRows', panels(count), images, count, size, right),
      command('multiplyPanels', panels(count), left, count, size, right, count, small),
      singleCommand('symmetricEigen', small, count, values, rotation, work),
      command('packVectorRows', panels(count), rotation, count, count, left),
      ...turn(vectors, found),
      diffuse(found, images),
      command('residualLengths', { total: count, grain: 1 }, images, values, found, size, residuals),
    ],
  };
}

/** A Chebyshev polynomial that is small on `0..cut`; the products of the vectors are in the second block. */
function filterCommands(
  { diffuse, combine }: DiffusionSpace,
  cut: number,
  [vectors, images, spare]: Blocks,
): { readonly commands: readonly Command[]; readonly blocks: Blocks } {
  const commands = [combine(images, 2 / cut, vectors, -1, vectors, 0, spare)];
  let [before, now, next] = [vectors, spare, images];
  for (let degree = 2; degree <= FILTER.degree; degree++) {
    commands.push(diffuse(now, next), combine(next, 4 / cut, now, -2, before, -1, next));
    [before, now, next] = [now, next, before];
  }
  return { commands, blocks: [now, before, next] };
}

function interleave(alongX: Float64Array, alongY: Float64Array): Float32Array {
  const [signX, signY] = [signOf(alongX), signOf(alongY)];
  return Float32Array.from({ length: 2 * alongX.length }, (_, i) =>
    i % 2 === 0 ? signX * (alongX[i / 2] ?? 0) : signY * (alongY[(i - 1) / 2] ?? 0),
  );
}

function signOf(vector: Float64Array): number {
  return vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0) < 0 ? -1 : 1;
}
