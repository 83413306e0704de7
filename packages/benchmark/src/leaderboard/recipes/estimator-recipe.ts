/** Settings of `hog` of `@fashion-mnist/transforms`. */
export interface HogSettings {
  readonly signed: boolean;
  readonly interpolation: 'none' | 'linear';
  /** In the unit of a pixel. */
  readonly epsilon: number;
}

/** How a row is reproduced by a classifier of scikit-learn. */
export interface EstimatorRecipe {
  /** Of the row. */
  readonly row: string;
  /** Histograms of oriented gradients in place of pixels. */
  readonly hog: HogSettings | null;
  /** Whether each feature is standardised. */
  readonly scale: boolean;
  /** Principal components to keep. */
  readonly pca: number | null;
  /** scikit-learn's class name. */
  readonly estimator: string;
  /** Options of our class; those left out have its defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** How the settings were found. */
  readonly chosen: string;
}
