/** One entry of the list of maps. */
export interface MapLink {
  /** Short name, for example `umap`. */
  readonly method: string;
  /** Name to show, for example `UMAP`. */
  readonly title: string;
  /** Number of points. */
  readonly count: number;
  /** Where the map document is, relative to the page. */
  readonly href: string;
}

/** `./data/index.json`: what the server has. */
export interface DataIndex {
  readonly dataset: string;
  readonly title: string;
  readonly split: string;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
  /** In the order to show, at least one. */
  readonly maps: readonly MapLink[];
}

/** How a map was made. */
export interface Provenance {
  readonly seconds: number;
  readonly engine: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A map: where each image of a part of the split lies. */
export interface MapDocument {
  readonly method: string;
  readonly title: string;
  /** One per point: index of the image in the split. */
  readonly sampleIndices: readonly number[];
  /** `x0, y0, x1, y1, ...`; y grows upward. */
  readonly coordinates: readonly number[];
  readonly provenance: Provenance;
}
