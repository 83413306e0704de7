/// <reference path="./tsne-js.d.ts" />
import TSNE from 'tsne-js';

/** All that tsne-js needs. */
export interface TsneJob {
  readonly library: 'tsne-js';
  readonly samples: Float32Array;
  readonly sampleCount: number;
  readonly perplexity: number;
  readonly earlyExaggeration: number;
  readonly learningRate: number;
  readonly nIter: number;
  /** Shape `[sampleCount, 2]`: where the points start. */
  readonly start: Float32Array;
}

/** Runs tsne-js. */
export function runTsneJob(job: TsneJob, onIteration: (completed: number) => void): Float32Array {
  const { library: _, samples, sampleCount, start, ...options } = job;
  const engine = new TSNE({ dim: 2, metric: 'euclidean', ...options });
  engine.init({ data: rowsOf(samples, sampleCount), type: 'dense' });
  engine.outputEmbedding.data.set(start);
  engine.on('progressIter', ([iteration]) => onIteration(iteration + 1));
  engine.run();
  return Float32Array.from(engine.outputEmbedding.data);
}

function rowsOf(samples: Float32Array, count: number): number[][] {
  const width = samples.length / count;
  return Array.from({ length: count }, (_, row) =>
    Array.from(samples.subarray(row * width, (row + 1) * width)),
  );
}
