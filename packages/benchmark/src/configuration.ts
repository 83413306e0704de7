/** What a parameter of scikit-learn may be in a grid: a JSON value that is no object. */
export type ParameterValue = string | number | boolean | null | readonly ParameterValue[];

/** Parameters by scikit-learn's names: `{ "max_depth": 10 }`. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A classifier and its parameters, both as scikit-learn spells them. */
export interface Configuration {
  /** The class, as `DecisionTreeClassifier`. */
  readonly name: string;
  readonly parameter: Parameters;
}

/** A configuration of a grid. */
export interface GridConfiguration extends Configuration {
  /**
   * What the classifier takes where `parameter` says nothing, as `{ "solver": "liblinear" }`: the grid's word on what its
   * authors' version took by default. Not shown, but part of what a job is.
   */
  readonly defaults: Parameters;
}
