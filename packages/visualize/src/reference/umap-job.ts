import { createRng } from '@fashion-mnist/core';
import { UMAP } from 'umap-js';

/** Rows of the same length, one after the other. */
export interface JobRows {
  readonly data: Float32Array | Uint8Array | Int32Array;
  readonly width: number;
}

/** All that umap-js needs. */
export interface UmapJob {
  readonly library: 'umap-js';
  readonly sampleCount: number;
  /** Neighbours of all samples, or the samples, among which umap-js finds approximate ones. */
  readonly input:
    | { readonly kind: 'neighbors'; readonly indices: JobRows; readonly distances: JobRows }
    | { readonly kind: 'samples'; readonly samples: JobRows };
  /** Whole numbers, -1 where unknown. */
  readonly labels: Int32Array | undefined;
  readonly targetWeight: number;
  readonly nNeighbors: number;
  readonly minDist: number;
  readonly spread: number;
  readonly nEpochs: number;
  readonly learningRate: number;
  readonly negativeSampleRate: number;
  readonly seed: number;
}

/** Runs umap-js. */
export function runUmapJob(job: UmapJob, onEpoch: (completed: number) => void): Float32Array {
  const { library: _, sampleCount, input, labels, targetWeight, seed, ...options } = job;
  const rng = createRng(seed);
  const engine = new UMAP({ ...options, random: () => rng.nextFloat() });
  if (labels !== undefined) engine.setSupervisedProjection(Array.from(labels), { targetWeight });
  if (input.kind === 'neighbors') engine.setPrecomputedKNN(rowsOf(input.indices), rowsOf(input.distances));
  engine.initializeFit(input.kind === 'samples' ? rowsOf(input.samples) : placeholders(sampleCount));
  for (let completed = 1; completed <= job.nEpochs; completed++) {
    engine.step();
    onEpoch(completed);
  }
  return Float32Array.from(engine.getEmbedding().flat());
}

/** Given the neighbours, umap-js wants to know of the samples no more than their number. */
function placeholders(sampleCount: number): number[][] {
  return Array.from({ length: sampleCount }, () => []);
}

function rowsOf({ data, width }: JobRows): number[][] {
  return Array.from({ length: data.length / width }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width)),
  );
}
