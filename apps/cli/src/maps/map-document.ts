import { availableParallelism, cpus } from 'node:os';
import type { Projection } from '@fashion-mnist/visualize';
import { packageVersion } from '../package-version.ts';
import type { MapQuality } from './map-quality.ts';
import type { MapSource, MapSplit } from './map-source.ts';

/** The methods that make maps, in the order in which they are shown. */
export const METHODS = ['pca', 'tsne', 'umap'] as const;
export type Method = (typeof METHODS)[number];

/** What computes maps: our kernels, or the libraries umap-js and tsne-js. */
export const ENGINES = ['fast', 'reference'] as const;
export type Engine = (typeof ENGINES)[number];

export const METHOD_TITLES: Readonly<Record<Method, string>> = { pca: 'PCA', tsne: 't-SNE', umap: 'UMAP' };

/** A map as a file: points, what they stand for, and where it all comes from. */
export interface MapDocument {
  readonly method: Method;
  readonly title: string;
  readonly dataset: string;
  readonly split: MapSplit;
  /** One index into the split per point; with `all`, the test images follow the training images. */
  readonly sampleIndices: readonly number[];
  /** Flat `x0, y0, x1, y1, ...`, y up. */
  readonly coordinates: readonly number[];
  readonly provenance: Provenance;
  /** Where it has been measured. */
  readonly quality?: MapQuality | undefined;
}

export interface Provenance {
  readonly engine: string;
  readonly options: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Seconds of each stage. */
  readonly stages: Readonly<Record<string, number>>;
  /** SHA-256 of the decompressed files of images; empty where it is not published. */
  readonly imagesSha256: string;
  readonly version: string;
  readonly node: string;
  readonly machine: string;
  readonly createdAt: string;
}

/** Describes the map of the first images of a dataset. */
export function mapDocument(
  { definition, dataset }: MapSource,
  projection: Projection,
  run: Pick<Provenance, 'options' | 'seconds' | 'stages'>,
): MapDocument {
  const { method, engine, coordinates } = projection;
  const images = definition.files.filter(
    ({ split, content }) => content === 'images' && (dataset.split === 'all' || split === dataset.split),
  );
  return {
    method,
    title: METHOD_TITLES[method],
    dataset: dataset.name,
    split: dataset.split,
    sampleIndices: Array.from({ length: coordinates.shape[0] ?? 0 }, (_, index) => index),
    coordinates: Array.from(coordinates.data, shorten),
    provenance: {
      engine: engine === 'fast' ? `fashion-mnist ${packageVersion()}` : engine,
      ...run,
      imagesSha256: images.map(({ sha256 = '' }) => sha256).join(' '),
      version: packageVersion(),
      node: process.version,
      machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} threads`,
      createdAt: new Date().toISOString(),
    },
  };
}

/** Six digits are more than a picture shows, and half of what a float32 takes in text. */
function shorten(value: number): number {
  return Number(value.toPrecision(6));
}
