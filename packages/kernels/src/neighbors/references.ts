import { command } from '../compute/command.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import { place } from '../products/place.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { type LowerBoundSpace, lowerBoundSpace } from './lower-bound-space.ts';
import { type OrderedSamples, orderSamples } from './ordered-samples.ts';
import { searchedKind } from './placed-samples.ts';
import { type PlacedSpace, placeSpace } from './placed-space.ts';

/** Samples in the memory of a pool, prepared to be searched. */
export interface References {
  readonly samples: OrderedSamples;
  readonly space: LowerBoundSpace;
  /** For samples of the references' own kind. */
  readonly placedSpace: PlacedSpace;
  /** Pointer to what the differences of weighted bytes count, float64. */
  readonly weights: number;
  /** The same as float32. */
  readonly weights32: number;
  readonly panels: number;
  readonly panelNorms: number;
  readonly centres: number;
  readonly centreNorms: number;
  readonly balls: number;
  /** Samples per ball. */
  readonly ballSize: number;
}

const PANEL = Object.freeze({ samples: 8, bytes: 2560, normBytes: 128 });
const BLOCK = Object.freeze({ samples: 64, centresBytes: 256, normBytes: 32 });
const BALL_BYTES = 32;
const MOST_BALLS = 32_768;

/** Prepares references, at least one, in a region of a pool. */
export async function prepareReferences(
  pool: WorkerPool,
  region: Region,
  matrix: SampleMatrix,
  weights: Float64Array | undefined,
  run: LongRun,
): Promise<References> {
  const kind = searchedKind(matrix, weights);
  const factors = weights ?? new Float64Array(0);
  const [weightsAt, weights32] = await place(pool, region, [factors, Float32Array.from(factors)]);
  const space = await lowerBoundSpace(pool, matrix, weights, run);
  const placedSpace = await placeSpace(pool, region, space, kind);
  const samples = await orderSamples(pool, region, matrix, placedSpace, kind, run);
  return {
    samples,
    space,
    placedSpace,
    weights: weightsAt,
    weights32,
    ...(await packPanels(pool, region, samples, run)),
  };
}

type Packed = Omit<References, 'samples' | 'space' | 'placedSpace' | 'weights' | 'weights32'>;

async function packPanels(
  pool: WorkerPool,
  region: Region,
  { coordinates, sampleCount }: OrderedSamples,
  { signal }: LongRun,
): Promise<Packed> {
  const panelCount = Math.ceil(sampleCount / PANEL.samples);
  const blockCount = Math.ceil(sampleCount / BLOCK.samples);
  const ballSize = BLOCK.samples * Math.ceil(blockCount / MOST_BALLS);
  const ballCount = Math.ceil(sampleCount / ballSize);
  const packed = {
    panels: region.alloc(panelCount * PANEL.bytes),
    panelNorms: region.alloc(panelCount * PANEL.normBytes),
    centres: region.alloc(blockCount * BLOCK.centresBytes),
    centreNorms: region.alloc(blockCount * BLOCK.normBytes),
    balls: region.alloc(ballCount * BALL_BYTES),
    ballSize,
  };
  const { panels, panelNorms, centres, centreNorms, balls } = packed;
  const over = (total: number, grain: number) => ({ total, grain });
  await pool.submit(
    [
      command('packPanels', over(panelCount, 64), coordinates, sampleCount, panels, panelNorms),
      command('packCentres', over(blockCount, 8), coordinates, sampleCount, centres, centreNorms),
      command('packBalls', over(ballCount, 8), coordinates, sampleCount, ballSize, balls),
    ],
    { signal },
  );
  return packed;
}
