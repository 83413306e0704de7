export type ParameterValue = string | number | boolean | null | readonly ParameterValue[];

/** Parameters by scikit-learn's names: `{ "max_depth": 10 }`. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A classifier and its parameters, both as scikit-learn spells them. */
export interface Configuration {
  /** The class, as `DecisionTreeClassifier`. */
  readonly name: string;
  readonly parameter: Parameters;
}
