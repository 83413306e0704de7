import { type Command, command, type Work } from '../compute/command.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import { place } from '../products/place.ts';
import type { LowerBoundSpace } from './lower-bound-space.ts';
import type { PlacedSamples } from './placed-samples.ts';
import { BYTES, FLOATS, type SampleKind, WEIGHTED_BYTES } from './sample-kind.ts';

/** A space of lower bounds in the memory of a pool, for samples of one kind. */
export interface PlacedSpace {
  /** Writes the coordinates of samples, `[sampleCount][160]` int16. */
  project(samples: PlacedSamples, coordinates: number): Command;
}

const SAMPLE_GRAIN = 64;

export async function placeSpace(
  pool: WorkerPool,
  region: Region,
  space: LowerBoundSpace,
  kind: SampleKind,
): Promise<PlacedSpace> {
  const { axisCount, scale } = space;
  const mixing = region.alloc(Math.ceil(axisCount / 4) * 4 * axisCount * 8);
  await pool.write(mixing, inQuads(space.mixing, axisCount));
  const directions =
    kind === FLOATS ? inQuads(space.directions, axisCount) : inPairsOfEight(space.directions, axisCount);
  const centre = centreFor(kind, space.centre);
  const [weightsAt] = await place(pool, region, [Float32Array.from(space.weights)]);
  const centreAt = region.alloc(centre.byteLength);
  const directionsAt = region.alloc(directions.byteLength);
  await pool.write(centreAt, centre);
  await pool.write(directionsAt, directions);
  return {
    project({ pointer, sampleCount, featureCount }, coordinates) {
      const work: Work = { total: sampleCount, grain: SAMPLE_GRAIN };
      const map = [centreAt, directionsAt, axisCount, mixing, scale] as const;
      if (kind === WEIGHTED_BYTES)
        return command('projectWeightedBytes', work, pointer, weightsAt, featureCount, ...map, coordinates);
      const kernel = kind === FLOATS ? 'projectFloats' : 'projectBytes';
      return command(kernel, work, pointer, featureCount, ...map, coordinates);
    },
  };
}

function centreFor(kind: SampleKind, centre: Float64Array): Uint8Array | Int16Array | Float32Array {
  if (kind === BYTES) return Uint8Array.from(centre);
  return kind === WEIGHTED_BYTES ? Int16Array.from(centre) : Float32Array.from(centre);
}

/** Rows as `[ceil(rowCount / 4)][length][4]`. */
function inQuads(rows: Float64Array, rowCount: number): Float64Array {
  const length = rows.length / rowCount;
  const quads = new Float64Array(Math.ceil(rowCount / 4) * length * 4);
  for (let row = 0; row < rowCount; row++) {
    const start = (row >> 2) * length * 4 + (row & 3);
    for (let i = 0; i < length; i++) quads[start + i * 4] = rows[row * length + i]!;
  }
  return quads;
}

/** Rows of whole numbers as `[ceil(rowCount / 8)][ceil(length / 2)][8][2]`. */
function inPairsOfEight(rows: Float64Array, rowCount: number): Int16Array {
  const length = rows.length / rowCount;
  const pairCount = Math.ceil(length / 2);
  const panels = new Int16Array(Math.ceil(rowCount / 8) * pairCount * 16);
  for (let row = 0; row < rowCount; row++) {
    const start = (row >> 3) * pairCount * 16 + (row & 7) * 2;
    for (let i = 0; i < length; i++) panels[start + (i >> 1) * 16 + (i & 1)] = rows[row * length + i]!;
  }
  return panels;
}
