import { elementCount } from '@fashion-mnist/core';
import { pairwiseSquaredDistances, type Samples, type WorkerPool } from '@fashion-mnist/kernels';

/** Distances that are held at once. */
const BLOCK_SIZE = 2 ** 22;

export interface TrueDistancesRun {
  readonly pool: WorkerPool;
  readonly signal?: AbortSignal | undefined;
}

/** The squared distances from some samples, one after the other, to all of them. An array holds until the next. */
export async function* trueDistances(
  samples: Samples,
  queries: Uint32Array,
  { pool, signal }: TrueDistancesRun,
): AsyncGenerator<Float64Array, void, undefined> {
  const [sampleCount = 0] = samples.shape;
  const queriesAtOnce = Math.max(Math.floor(BLOCK_SIZE / sampleCount), 1);
  const distances = new Float64Array(sampleCount);
  for (let start = 0; start < queries.length; start += queriesAtOnce) {
    const block = takeSamples(samples, queries.subarray(start, start + queriesAtOnce));
    const { data, shape } = await pairwiseSquaredDistances(samples, block, { pool, signal });
    const [, width = 0] = shape;
    for (let query = 0; query < width; query++) {
      for (let i = 0; i < sampleCount; i++) distances[i] = data[i * width + query] as number;
      yield distances;
    }
  }
}

function takeSamples({ data, shape: [, ...featureShape] }: Samples, indices: Uint32Array): Samples {
  const width = elementCount(featureShape);
  const taken =
    data instanceof Uint8Array
      ? new Uint8Array(indices.length * width)
      : new Float32Array(indices.length * width);
  indices.forEach((index, row) => taken.set(data.subarray(index * width, (index + 1) * width), row * width));
  return { data: taken, shape: [indices.length, ...featureShape] };
}
