import { createRng, reportProgress } from '@fashion-mnist/core';
import type { LongRun, Samples } from '@fashion-mnist/kernels';
import { spawn } from '#spawn';
import { VisualizeError } from './errors.ts';
import type { Projection } from './projection.ts';
import { TSNE_JS } from './reference/engines.ts';
import { runInWorker } from './reference/run-in-worker.ts';

export interface TsneOptions extends LongRun {
  /** What computes the map: tsne-js, in a worker. @default 'reference' */
  readonly engine?: 'reference';
  /** Effective number of neighbours, above 0 and at most a third of the samples. @default 30 */
  readonly perplexity?: number;
  /** How strongly clusters are pulled together at first, at least 1. @default 4 */
  readonly earlyExaggeration?: number;
  /** Step size, above 0. @default 100 */
  readonly learningRate?: number;
  /** Most iterations, at least 100; tsne-js stops earlier when it no longer gets better. @default 1000 */
  readonly nIter?: number;
  /** Same seed, same map. @default 42 */
  readonly seed?: number;
}

const DEFAULTS = Object.freeze({
  perplexity: 30,
  earlyExaggeration: 4,
  learningRate: 100,
  nIter: 1000,
  seed: 42,
});

/** Standard deviation of the starting points. */
const START_SPREAD = 1e-4;

/**
 * Places samples so that near ones stay near, by t-distributed stochastic neighbour embedding.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed. Bytes are scaled to `0..1`.
 * @throws {VisualizeError} `E_OPTION` - an option is outside its range; `E_COUNT` - too few samples; `E_SHAPE`.
 * @throws the signal's reason, when aborted; the worker is ended.
 * @remarks Stage: `optimise` (iterations). tsne-js takes O(sampleCount²) per iteration: meant for some hundred samples.
 * @see van der Maaten & Hinton 2008, "Visualizing data using t-SNE"; github.com/scienceai/tsne-js
 */
export async function tsne(samples: Samples, options: TsneOptions = {}): Promise<Projection> {
  const { seed, signal, onProgress, perplexity, earlyExaggeration, learningRate, nIter } = {
    ...DEFAULTS,
    ...options,
  };
  const sampleCount = requireSamples(samples, perplexity);
  requireOptions({ perplexity, earlyExaggeration, learningRate, nIter });
  const rng = createRng(seed);
  const job = {
    samples: toFloats(samples),
    sampleCount,
    perplexity,
    earlyExaggeration,
    learningRate,
    nIter,
    start: Float64Array.from({ length: 2 * sampleCount }, () => START_SPREAD * rng.nextNormal()),
  };
  const tell = (completed: number) =>
    reportProgress(onProgress, { stage: 'optimise', completed, total: nIter, unit: 'iterations' });
  const coordinates = await runInWorker(spawn, job, tell, signal);
  return { method: 'tsne', engine: TSNE_JS, coordinates: { data: coordinates, shape: [sampleCount, 2] } };
}

function toFloats({ data }: Samples): Float32Array {
  return data instanceof Uint8Array ? Float32Array.from(data, (pixel) => pixel / 255) : data;
}

function requireSamples({ data, shape }: Samples, perplexity: number): number {
  const [sampleCount = 0] = shape;
  const fits = shape.reduce((product, size) => product * size, 1) === data.length;
  if (shape.length < 2 || !fits || !data.every(Number.isFinite)) {
    throw new VisualizeError(
      'E_SHAPE',
      `tsne: expected finite samples [sampleCount, ...features], got [${shape.join(', ')}]`,
    );
  }
  if (sampleCount < 3 * perplexity) {
    throw new VisualizeError(
      'E_COUNT',
      `tsne: expected at least 3 x perplexity = ${3 * perplexity} samples, got ${sampleCount}`,
    );
  }
  return sampleCount;
}

function requireOptions(
  options: Required<Pick<TsneOptions, 'perplexity' | 'earlyExaggeration' | 'learningRate' | 'nIter'>>,
): void {
  const leasts = { perplexity: 1, earlyExaggeration: 1, learningRate: Number.MIN_VALUE, nIter: 100 };
  for (const [name, least] of Object.entries(leasts)) {
    const value = options[name as keyof typeof leasts];
    if (value >= least && value < Infinity) continue;
    throw new VisualizeError('E_OPTION', `tsne: expected ${name} to be at least ${least}, got ${value}`);
  }
}
