import { createCheckpoint, createRng, type NdArray, reportProgress } from '@fashion-mnist/core';
import { exactNeighbors, type LongRun, type Neighbors, type Samples } from '@fashion-mnist/kernels';
import { UMAP } from 'umap-js';
import { VisualizeError } from './errors.ts';
import type { Projection } from './projection.ts';
import { UMAP_JS } from './reference/engines.ts';

export interface UmapOptions extends LongRun {
  /** What computes the map: umap-js, fed with exact neighbours. @default 'reference' */
  readonly engine?: 'reference';
  /** Size of the neighbourhood, itself included, `2..sampleCount - 1`. @default 15 */
  readonly nNeighbors?: number;
  /** Least distance of points on the map, `0..spread`. @default 0.1 */
  readonly minDist?: number;
  /** Scale of the map, above 0. @default 1 */
  readonly spread?: number;
  /** Rounds of optimisation; 0 lets umap-js choose 200 to 500 by the number of samples. @default 0 */
  readonly nEpochs?: number;
  /** Same seed, same map. @default 42 */
  readonly seed?: number;
}

const DEFAULTS = Object.freeze({ nNeighbors: 15, minDist: 0.1, spread: 1, nEpochs: 0, seed: 42 });

/**
 * Places samples so that neighbours stay neighbours, by uniform manifold approximation.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, more samples than `nNeighbors`; borrowed.
 * @throws {VisualizeError} `E_OPTION` - an option is outside its range; `E_COUNT` - too few samples.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
 * @throws the signal's reason, when aborted.
 * @remarks Stages: `project` (samples), `search` (queries), `optimise` (epochs). Meant for up to some thousand samples.
 * @see McInnes, Healy & Melville 2018, "UMAP"; github.com/PAIR-code/umap-js
 */
export async function umap(samples: Samples, options: UmapOptions = {}): Promise<Projection> {
  const { nNeighbors, minDist, spread, nEpochs, seed, signal, onProgress } = { ...DEFAULTS, ...options };
  requireOptions({ nNeighbors, minDist, spread, nEpochs }, samples.shape[0] ?? 0);
  const neighbors = await exactNeighbors(samples, { neighborCount: nNeighbors, signal, onProgress });

  const rng = createRng(seed);
  const engine = new UMAP({ nNeighbors, minDist, spread, nEpochs, random: () => rng.nextFloat() });
  engine.setPrecomputedKNN(rowsOf(neighbors.indices), rowsOf(neighbors.distances));
  const epochCount = engine.initializeFit(placeholders(neighbors));

  const checkpoint = createCheckpoint(signal);
  for (let completed = 1; completed <= epochCount; completed++) {
    await checkpoint();
    engine.step();
    reportProgress(onProgress, { stage: 'optimise', completed, total: epochCount, unit: 'epochs' });
  }
  const coordinates = Float32Array.from(engine.getEmbedding().flat());
  return {
    method: 'umap',
    engine: UMAP_JS,
    coordinates: { data: coordinates, shape: [coordinates.length / 2, 2] },
  };
}

/** Given the neighbours, umap-js wants to know of the samples no more than their number. */
function placeholders({ indices }: Neighbors): number[][] {
  return Array.from({ length: indices.shape[0] ?? 0 }, () => []);
}

function rowsOf({ data, shape: [rowCount = 0, width = 0] }: NdArray): number[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width)),
  );
}

function requireOptions(
  {
    nNeighbors,
    minDist,
    spread,
    nEpochs,
  }: Required<Pick<UmapOptions, 'nNeighbors' | 'minDist' | 'spread' | 'nEpochs'>>,
  sampleCount: number,
): void {
  const refuse = (expected: string, got: number) => {
    throw new VisualizeError('E_OPTION', `umap: expected ${expected}, got ${got}`);
  };
  if (!Number.isInteger(nNeighbors) || nNeighbors < 2)
    refuse('nNeighbors to be a whole number >= 2', nNeighbors);
  if (!(spread > 0 && spread < Infinity)) refuse('spread to be a positive number', spread);
  if (!(minDist >= 0 && minDist <= spread)) refuse(`minDist in 0..spread (${spread})`, minDist);
  if (!Number.isInteger(nEpochs) || nEpochs < 0) refuse('nEpochs to be a whole number >= 0', nEpochs);
  if (sampleCount <= nNeighbors) {
    throw new VisualizeError(
      'E_COUNT',
      `umap: expected more than nNeighbors = ${nNeighbors} samples, got ${sampleCount}`,
    );
  }
}
