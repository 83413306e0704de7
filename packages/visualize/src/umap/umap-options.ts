import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun, Neighbors, Samples } from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';

/** Classes that a map shall keep apart. */
export interface UmapLabels {
  /** One per sample: whole numbers from 0, -1 or undefined where the class is not known. */
  readonly labels: ArrayLike<number | undefined>;
  /** How much classes count against neighbourhoods, `0..1`. @default 0.5 */
  readonly targetWeight?: number;
}

/** How `umap` draws its map, by umap-learn's names in camelCase. */
export interface UmapOptions extends ComputeRun {
  /** What computes the map: this package's kernels, or umap-js. @default 'fast' */
  readonly engine?: 'fast' | 'reference';
  /** Whose neighbours umap-js is given: exact ones, or its own approximate ones. @default 'exact' */
  readonly referenceNeighbors?: 'exact' | 'umap-js';
  /** Size of the neighbourhood, itself included, `2..sampleCount - 1`, at most 65,536. @default 15 */
  readonly nNeighbors?: number;
  /** Least distance of points on the map, `0..spread`. @default 0.1 */
  readonly minDist?: number;
  /** Scale of the map, above 0. @default 1 */
  readonly spread?: number;
  /** Rounds of optimisation; 0: 500 for up to 10,000 samples, else 200. @default 0 */
  readonly nEpochs?: number;
  /** Points that a sample is pushed away from for each neighbour that it is pulled to, `0..1000`. @default 5 */
  readonly negativeSampleRate?: number;
  /** Size of the first steps, above 0; it falls to 0 in a straight line. @default 1 */
  readonly learningRate?: number;
  /**
   * Where points start: on their principal axes, on the leading eigenvectors of their graph, or at coordinates
   * `[sampleCount, 2]` as they are. umap-js always starts at random. @default 'pca'
   */
  readonly init?: 'pca' | 'spectral' | NdArray<Float32Array>;
  /** Same seed, same map; a whole number, at least 0. @default 42 */
  readonly seed?: number;
  /** Classes to keep apart, as umap-learn's categorical target. @default none */
  readonly labels?: UmapLabels;
  /** Neighbours of all samples, as `exactNeighbors` gives them: `nNeighbors`, themselves included. @default the nearest */
  readonly neighbors?: Neighbors;
}

/** Options with defaults, checked. */
export interface UmapSettings {
  readonly sampleCount: number;
  readonly nNeighbors: number;
  readonly minDist: number;
  readonly spread: number;
  /** As it was asked for; 0: not at all. */
  readonly nEpochs: number;
  readonly epochCount: number;
  readonly negativeSampleRate: number;
  readonly learningRate: number;
  readonly init: 'pca' | 'spectral' | NdArray<Float32Array>;
  readonly seed: number;
  readonly referenceNeighbors: 'exact' | 'umap-js';
  /** Whole numbers, -1 where unknown. */
  readonly labels: Int32Array | undefined;
  readonly targetWeight: number;
  readonly neighbors: Neighbors | undefined;
}

const UMAP_DEFAULTS = Object.freeze({
  engine: 'fast',
  referenceNeighbors: 'exact',
  nNeighbors: 15,
  minDist: 0.1,
  spread: 1,
  nEpochs: 0,
  negativeSampleRate: 5,
  learningRate: 1,
  init: 'pca',
  seed: 42,
} satisfies Omit<Required<UmapOptions>, 'neighbors' | 'labels' | keyof ComputeRun>);

/** What `umapMemberships` has room for. */
const MOST_NEIGHBORS = 65_536;
const TARGET_WEIGHT = 0.5;

/** Up to so many samples get more epochs, where their number is not given. */
export const FEW_SAMPLES = 10_000;
const AUTOMATIC_EPOCHS = Object.freeze({ few: 500, many: 200 });

/**
 * @throws {VisualizeError} `E_OPTION`; `E_COUNT` - not more samples than `nNeighbors`; `E_SHAPE` - start, labels or
 * neighbours do not fit the samples.
 */
export function umapSettings({ shape }: Samples, options: UmapOptions): UmapSettings {
  const settings = { ...UMAP_DEFAULTS, ...definedOptions(options) };
  const [sampleCount = 0] = shape;
  requireNumbers(settings);
  requireEnoughSamples(sampleCount, settings.nNeighbors);
  requireInit(settings.init, sampleCount);
  if (settings.neighbors !== undefined)
    requireNeighbors(settings.neighbors, sampleCount, settings.nNeighbors);
  const { labels: target } = settings;
  const targetWeight = target?.targetWeight ?? TARGET_WEIGHT;
  if (!(targetWeight >= 0 && targetWeight <= 1)) refuse('targetWeight in 0..1', targetWeight);
  return {
    ...settings,
    sampleCount,
    targetWeight,
    epochCount: settings.nEpochs || AUTOMATIC_EPOCHS[sampleCount <= FEW_SAMPLES ? 'few' : 'many'],
    labels: target === undefined ? undefined : wholeLabels(target.labels, sampleCount),
    neighbors: settings.neighbors,
  };
}

function definedOptions(options: UmapOptions): UmapOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function refuse(expected: string, got: unknown, code: 'E_OPTION' | 'E_SHAPE' = 'E_OPTION'): never {
  throw new VisualizeError(code, `umap: expected ${expected}, got ${String(got)}`);
}

function requireNumbers(
  options: Omit<UmapSettings, 'sampleCount' | 'epochCount' | 'targetWeight' | 'labels' | 'neighbors'>,
): void {
  const { nNeighbors, spread, minDist, nEpochs, negativeSampleRate, learningRate, seed } = options;
  const isWhole = (value: number, most = 2 ** 31) => Number.isInteger(value) && value >= 0 && value < most;
  if (!isWhole(nNeighbors, MOST_NEIGHBORS + 1) || nNeighbors < 2)
    refuse(`nNeighbors to be a whole number in 2..${MOST_NEIGHBORS}`, nNeighbors);
  if (!(spread > 0 && spread < Infinity)) refuse('spread to be a positive number', spread);
  if (!(minDist >= 0 && minDist <= spread)) refuse(`minDist in 0..spread (${spread})`, minDist);
  if (!isWhole(nEpochs)) refuse('nEpochs to be a whole number >= 0', nEpochs);
  if (!isWhole(negativeSampleRate, 1001))
    refuse('negativeSampleRate to be a whole number in 0..1000', negativeSampleRate);
  if (!(learningRate > 0 && learningRate < Infinity))
    refuse('learningRate to be a positive number', learningRate);
  if (!isWhole(seed, 2 ** 53)) refuse('seed to be a whole number >= 0', seed);
}

function requireEnoughSamples(sampleCount: number, nNeighbors: number): void {
  if (sampleCount > nNeighbors) return;
  throw new VisualizeError(
    'E_COUNT',
    `umap: expected more than nNeighbors = ${nNeighbors} samples, got ${sampleCount}`,
  );
}

function requireInit(init: UmapSettings['init'], sampleCount: number): void {
  if (init === 'pca' || init === 'spectral') return;
  if (typeof init === 'string') refuse("init to be 'pca', 'spectral' or coordinates", init);
  const { data, shape } = init;
  const fits = shape.length === 2 && shape[0] === sampleCount && shape[1] === 2;
  if (fits && data.length === 2 * sampleCount && data.every(Number.isFinite)) return;
  refuse(`init to be finite numbers [${sampleCount}, 2]`, `[${shape.join(', ')}]`, 'E_SHAPE');
}

function requireNeighbors({ indices, distances }: Neighbors, sampleCount: number, nNeighbors: number): void {
  const [queryCount, listed] = indices.shape;
  const expectedCount = sampleCount * nNeighbors;
  const fits = indices.data.length === expectedCount && distances.data.length === expectedCount;
  const isSound =
    indices.data.every((index) => index >= 0 && index < sampleCount) &&
    distances.data.every((distance) => distance >= 0 && distance < Infinity);
  if (queryCount === sampleCount && listed === nNeighbors && fits && isSound) return;
  refuse(
    `neighbors [${sampleCount}, ${nNeighbors}] among the samples`,
    `[${indices.shape.join(', ')}]`,
    'E_SHAPE',
  );
}

function wholeLabels(labels: UmapLabels['labels'], sampleCount: number): Int32Array {
  if (labels.length !== sampleCount) refuse(`${sampleCount} labels`, labels.length, 'E_SHAPE');
  return Int32Array.from({ length: sampleCount }, (_, sample) => {
    const label = labels[sample] ?? -1;
    if (!Number.isInteger(label) || label < -1 || label >= 2 ** 31)
      refuse('labels to be whole numbers >= -1', label);
    return label;
  });
}
