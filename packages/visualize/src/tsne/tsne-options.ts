import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun, Neighbors, Samples } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';

/** How `tsne` draws its map, by scikit-learn's names in camelCase. */
export interface TsneOptions extends ComputeRun {
  /** What computes the map: this package's kernels, or tsne-js in a worker. @default 'fast' */
  readonly engine?: 'fast' | 'reference';
  /** Effective number of neighbours, at least 1 and at most a third of the samples. @default 30 */
  readonly perplexity?: number;
  /** How strongly neighbours attract each other at first, at least 1. @default 12 */
  readonly earlyExaggeration?: number;
  /** For how many iterations, at least 0. @default 250 */
  readonly exaggerationIterations?: number;
  /** How strongly neighbours attract each other from `lateExaggerationStart` on, at least 1: above, clusters get denser. @default 1 */
  readonly lateExaggeration?: number;
  /** The first iteration of late exaggeration, at least 0. @default 750 */
  readonly lateExaggerationStart?: number;
  /**
   * Step size, above 0, in the convention of scikit-learn, whose gradient has a factor of 4; other programs leave that
   * out and call four times as much the same. `'auto'`: sampleCount / earlyExaggeration / 4, but 50 at least, or below
   * 500 samples a tenth of their number, since 50 would fling few points apart. @default 'auto'
   */
  readonly learningRate?: 'auto' | number;
  /** Iterations, at least 1. @default 1000 */
  readonly nIter?: number;
  /** Where points start: on their principal axes, at random, or at coordinates `[sampleCount, 2]` as they are. @default 'pca' */
  readonly init?: 'pca' | 'random' | NdArray<Float32Array>;
  /**
   * How repulsion is computed: between all pairs, or interpolated on a grid by Fourier transforms. `'auto'`: between all
   * pairs up to 3,000 samples. @default 'auto'
   */
  readonly method?: 'auto' | 'exact' | 'fft';
  /** Same seed, same map; of influence where points start at random. A whole number, at least 0. @default 42 */
  readonly seed?: number;
  /**
   * Neighbours of all samples, as `exactNeighbors` gives them: at least as many as the perplexity, themselves included;
   * all of them count. @default the 3 x perplexity nearest
   */
  readonly neighbors?: Neighbors;
}

/** Options with defaults, checked. */
export interface TsneSettings {
  readonly sampleCount: number;
  readonly perplexity: number;
  readonly earlyExaggeration: number;
  readonly exaggerationIterations: number;
  readonly lateExaggeration: number;
  readonly lateExaggerationStart: number;
  readonly learningRate: number;
  readonly nIter: number;
  readonly init: 'pca' | 'random' | NdArray<Float32Array>;
  readonly method: 'exact' | 'fft';
  readonly seed: number;
}

const TSNE_DEFAULTS = Object.freeze({
  engine: 'fast',
  perplexity: 30,
  earlyExaggeration: 12,
  exaggerationIterations: 250,
  lateExaggeration: 1,
  lateExaggerationStart: 750,
  learningRate: 'auto',
  nIter: 1000,
  init: 'pca',
  method: 'auto',
  seed: 42,
} satisfies Omit<Required<TsneOptions>, 'neighbors' | keyof ComputeRun>);

/** Up to here, all pairs take no longer than a grid. */
const MOST_EXACT_SAMPLES = 3000;

/** The least that `'auto'` chooses for many samples and, times their number, for few. */
const LEAST_RATES = Object.freeze({ forMany: 50, perSample: 0.1 });

/**
 * @throws {VisualizeError} `E_OPTION`; `E_COUNT` - fewer than three samples per unit of perplexity; `E_SHAPE`.
 */
export function tsneSettings({ shape }: Samples, options: TsneOptions): TsneSettings {
  const { learningRate, method, ...settings } = { ...TSNE_DEFAULTS, ...definedOptions(options) };
  const [sampleCount = 0] = shape;
  requireAtLeast(settings, TSNE_LEASTS);
  if (learningRate !== 'auto') requireAtLeast({ learningRate }, { learningRate: Number.MIN_VALUE });
  requireWholeNumbers(settings, ['exaggerationIterations', 'lateExaggerationStart', 'nIter', 'seed']);
  requireEnoughSamples(sampleCount, settings.perplexity);
  requireInit(settings.init, sampleCount);
  return {
    ...settings,
    sampleCount,
    learningRate:
      learningRate === 'auto' ? automaticRate(sampleCount, settings.earlyExaggeration) : learningRate,
    method: method === 'auto' ? (sampleCount > MOST_EXACT_SAMPLES ? 'fft' : 'exact') : method,
  };
}

const TSNE_LEASTS = Object.freeze({
  perplexity: 1,
  earlyExaggeration: 1,
  exaggerationIterations: 0,
  lateExaggeration: 1,
  lateExaggerationStart: 0,
  nIter: 1,
  seed: 0,
});

function automaticRate(sampleCount: number, earlyExaggeration: number): number {
  const least = Math.min(LEAST_RATES.forMany, LEAST_RATES.perSample * sampleCount);
  return Math.max(sampleCount / earlyExaggeration / 4, least);
}

function definedOptions(options: TsneOptions): TsneOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** @throws {VisualizeError} `E_OPTION` - an option is below its least value, infinite or not a number. */
export function requireAtLeast<K extends string>(
  options: Readonly<Record<NoInfer<K>, number>>,
  leasts: Readonly<Record<K, number>>,
): void {
  for (const name of Object.keys(leasts) as K[]) {
    if (options[name] >= leasts[name] && options[name] < Infinity) continue;
    throw new VisualizeError(
      'E_OPTION',
      `tsne: expected ${name} to be at least ${leasts[name]}, got ${options[name]}`,
    );
  }
}

function requireWholeNumbers<K extends string>(
  options: Readonly<Record<K, number>>,
  names: readonly K[],
): void {
  for (const name of names) {
    if (Number.isSafeInteger(options[name])) continue;
    throw new VisualizeError('E_OPTION', `tsne: expected ${name} to be a whole number, got ${options[name]}`);
  }
}

/** @throws {VisualizeError} `E_COUNT`. */
export function requireEnoughSamples(sampleCount: number, perplexity: number): void {
  const least = Math.max(2, 3 * perplexity);
  if (sampleCount >= least) return;
  throw new VisualizeError(
    'E_COUNT',
    `tsne: expected at least 3 x perplexity = ${least} samples, got ${sampleCount}`,
  );
}

function requireInit(init: TsneSettings['init'], sampleCount: number): void {
  if (typeof init === 'string') return;
  const { data, shape } = init;
  const fits = shape.length === 2 && shape[0] === sampleCount && shape[1] === 2;
  if (fits && data.length === 2 * sampleCount && data.every(Number.isFinite)) return;
  throw new VisualizeError(
    'E_SHAPE',
    `tsne: expected init to be finite numbers [${sampleCount}, 2], got [${shape.join(', ')}]`,
  );
}
