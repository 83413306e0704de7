import type { Split } from '@fashion-mnist/core';
import type { Method } from '../../maps/map-document.ts';

/** `data/index.json` of the page: what there is to see. All addresses are relative to the page. */
export interface DataIndex {
  readonly version: 1;
  readonly datasets: readonly DatasetEntry[];
}

export interface DatasetEntry {
  readonly name: string;
  readonly title: string;
  readonly classNames: readonly string[];
  readonly imageShape: readonly [height: number, width: number];
  /** Ids count the images of the first split, then those of the second. */
  readonly splits: readonly SplitEntry[];
  readonly layouts: readonly LayoutEntry[];
}

export interface DataFile {
  readonly href: string;
  readonly bytes: number;
}

export interface SplitEntry {
  readonly split: Split;
  /** Id of its first image. */
  readonly first: number;
  readonly count: number;
  /** Gzipped IDX. */
  readonly images: DataFile;
  /** Gzipped IDX. */
  readonly labels: DataFile;
}

/** A map: uint16, little endian, `x0 y0 x1 y1 ...`, where 0..65,535 spans the bounds; y up. */
export interface LayoutEntry extends DataFile {
  /** Unique within the dataset, for example `umap`, or `umap-test` for a split. */
  readonly id: string;
  readonly method: Method;
  readonly title: string;
  /** It places the ids `first..first + count - 1`. */
  readonly first: number;
  readonly count: number;
  readonly bounds: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly engine: string;
  readonly options: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly quality?: LayoutQuality;
}

/** Each figure in `0..1`, 1 the best, measured on `queryCount` images of the layout. */
export interface LayoutQuality {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly neighborRecall: number;
  readonly queryCount: number;
  readonly nNeighbors: number;
}
