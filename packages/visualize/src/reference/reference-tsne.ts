import { reportProgress } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { spawn } from '#spawn';
import { VisualizeError } from '../errors.ts';
import type { Projection } from '../projection.ts';
import { startPositions } from '../tsne/start-positions.ts';
import { requireAtLeast, requireEnoughSamples, type TsneOptions } from '../tsne/tsne-options.ts';
import { TSNE_JS } from './engines.ts';
import { runInWorker } from './run-in-worker.ts';

/** Those of tsne-js, where they differ. */
const TSNE_JS_DEFAULTS = Object.freeze({
  perplexity: 30,
  earlyExaggeration: 4,
  learningRate: 100,
  nIter: 1000,
  init: 'random',
  seed: 42,
});

const LEASTS = Object.freeze({
  perplexity: 1,
  earlyExaggeration: 1,
  learningRate: Number.MIN_VALUE,
  nIter: 100,
});

/**
 * A t-SNE map by tsne-js, in a worker; the worker is ended when the signal is aborted.
 *
 * @param samples - Finite; bytes are scaled to `0..1`.
 * @param options - Of `tsne`: perplexity, earlyExaggeration (4 by default), learningRate (100), nIter (1,000, at least
 * 100; tsne-js stops earlier when it no longer gets better), init ('random') and seed count, others do not.
 * @throws {VisualizeError} `E_OPTION`; `E_COUNT`; `E_SHAPE`.
 * @remarks O(sampleCount²) per iteration, and slow: meant for some hundred samples.
 * @see github.com/scienceai/tsne-js
 */
export async function referenceTsne(samples: Samples, options: TsneOptions): Promise<Projection> {
  const { signal, onProgress, seed, init, learningRate, ...given } = { ...TSNE_JS_DEFAULTS, ...options };
  const { perplexity, earlyExaggeration, nIter } = given;
  const numbers = {
    perplexity,
    earlyExaggeration,
    nIter,
    learningRate: learningRate === 'auto' ? TSNE_JS_DEFAULTS.learningRate : learningRate,
  };
  const sampleCount = requireFiniteSamples(samples);
  requireEnoughSamples(sampleCount, perplexity);
  requireAtLeast(numbers, LEASTS);
  const start = await startPositions(samples, init, seed, { signal });
  const tell = (completed: number) =>
    reportProgress(onProgress, { stage: 'optimise', completed, total: nIter, unit: 'iterations' });
  const job = { library: 'tsne-js', samples: toFloats(samples), sampleCount, start, ...numbers } as const;
  const coordinates = await runInWorker(spawn, job, tell, signal);
  return { method: 'tsne', engine: TSNE_JS, coordinates: { data: coordinates, shape: [sampleCount, 2] } };
}

function toFloats({ data }: Samples): Float32Array {
  return data instanceof Uint8Array ? Float32Array.from(data, (pixel) => pixel / 255) : data;
}

function requireFiniteSamples({ data, shape }: Samples): number {
  const fits = shape.reduce((product, size) => product * size, 1) === data.length;
  if (shape.length >= 2 && fits && data.every(Number.isFinite)) return shape[0] ?? 0;
  throw new VisualizeError(
    'E_SHAPE',
    `tsne: expected finite samples [sampleCount, ...features], got [${shape.join(', ')}]`,
  );
}
