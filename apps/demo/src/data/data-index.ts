import { DataError } from './errors.ts';

/** A file beside the page: gzipped IDX, or the places of a layout. */
interface DataFile {
  /** Relative to the page. */
  readonly href: string;
  readonly bytes: number;
}

/** A published half of a dataset. */
export interface SplitEntry {
  readonly split: 'train' | 'test';
  /** Id of its first image: ids count the training images, then the test images. */
  readonly first: number;
  readonly count: number;
  readonly images: DataFile;
  readonly labels: DataFile;
}

/** How well a layout keeps neighbourhoods, of a sample of points. */
export interface LayoutQuality {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly neighborRecall: number;
  readonly queryCount: number;
  readonly nNeighbors: number;
}

export const METHODS = ['pca', 'tsne', 'umap'] as const;
export type Method = (typeof METHODS)[number];

/** A computed map. */
export interface LayoutEntry extends DataFile {
  readonly id: string;
  readonly method: Method;
  readonly title: string;
  /** It places the ids `first..first + count - 1`. */
  readonly first: number;
  readonly count: number;
  /** What 0 and 65,535 stand for in its file: least x and y, greatest x and y. */
  readonly bounds: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly engine: string;
  readonly options: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly createdAt: string;
  readonly quality?: LayoutQuality;
}

export interface DatasetEntry {
  readonly name: string;
  readonly title: string;
  readonly classNames: readonly string[];
  readonly imageShape: readonly [height: number, width: number];
  readonly splits: readonly SplitEntry[];
  readonly layouts: readonly LayoutEntry[];
}

/** `data/index.json`: what there is to see. */
export interface DataIndex {
  readonly version: 1;
  readonly datasets: readonly DatasetEntry[];
}

/**
 * Checks what the rest of the page relies on.
 *
 * @throws {DataError} `E_DATA_MALFORMED`
 */
export function parseDataIndex(value: unknown): DataIndex {
  const index = value as Partial<DataIndex> | null;
  if (index?.version !== 1 || !Array.isArray(index.datasets)) {
    throw malformed('it is not of version 1. Page and server come from different releases');
  }
  if (index.datasets.length === 0) throw malformed('it names no dataset');
  for (const dataset of index.datasets) requireDataset(dataset);
  return index as DataIndex;
}

function requireDataset({ name, classNames, imageShape, splits, layouts }: DatasetEntry): void {
  const isWhole =
    typeof name === 'string' &&
    Array.isArray(classNames) &&
    Array.isArray(imageShape) &&
    imageShape.every(isCount) &&
    Array.isArray(layouts);
  if (!isWhole || !Array.isArray(splits) || splits.length === 0) throw malformed('a dataset is incomplete');
  let next = 0;
  for (const { first, count } of splits) {
    if (first !== next || !isCount(count)) throw malformed(`the splits of ${name} do not follow each other`);
    next += count;
  }
  const astray = layouts.find(({ first, count }) => !(first >= 0 && isCount(count) && first + count <= next));
  if (astray !== undefined)
    throw malformed(`the map ${astray.id} of ${name} places images that do not exist`);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function malformed(what: string): DataError {
  return new DataError('E_DATA_MALFORMED', `The list of datasets cannot be used: ${what}.`);
}
