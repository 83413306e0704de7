import { command } from '../compute/command.ts';
import { KernelsError } from '../errors.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { type LowerBoundSpace, lowerBoundSpace } from './lower-bound-space.ts';
import { type OrderedSamples, orderSamples } from './ordered-samples.ts';
import { areSearchedAsBytes } from './placed-samples.ts';
import { type PlacedSpace, placeSpace } from './placed-space.ts';

/** Samples in the memory of a pool, prepared to be searched. */
export interface References {
  readonly samples: OrderedSamples;
  readonly space: LowerBoundSpace;
  /** For samples of the references' own type. */
  readonly placedSpace: PlacedSpace;
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

/**
 * Prepares references in a region of a pool.
 *
 * @throws {KernelsError} `E_COUNT` - no reference.
 */
export async function prepareReferences(
  pool: WorkerPool,
  region: Region,
  matrix: SampleMatrix,
  run: LongRun,
): Promise<References> {
  if (matrix.sampleCount === 0)
    throw new KernelsError('E_COUNT', 'expected at least one reference, got none');
  const areFloats = !areSearchedAsBytes(matrix);
  const space = await lowerBoundSpace(pool, matrix, run);
  const placedSpace = await placeSpace(pool, region, space, areFloats);
  const samples = await orderSamples(pool, region, matrix, placedSpace, areFloats, run);
  return { samples, space, placedSpace, ...(await packPanels(pool, region, samples, run)) };
}

type Packed = Omit<References, 'samples' | 'space' | 'placedSpace'>;

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
