/** What classifiers of one colour have in common. */
export type FamilyKind =
  | 'linear'
  | 'tree'
  | 'ensemble'
  | 'kernel'
  | 'neighbors'
  | 'network'
  | 'probabilistic'
  | 'other';

/** The shape of a point of a chart; with a colour it tells families apart. */
export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

/** A classifier as the marks of a plot show it: the colour by its kind, the shape among those of its kind. */
export interface Family {
  /** The class, as `DecisionTreeClassifier`. */
  readonly name: string;
  /** `DecisionTree`. */
  readonly shortName: string;
  readonly kind: FamilyKind;
  readonly shape: MarkerShape;
}

const MARKS: Readonly<Record<string, readonly [FamilyKind, MarkerShape]>> = {
  SVC: ['kernel', 'circle'],
  GaussianProcessClassifier: ['kernel', 'square'],
  RandomForestClassifier: ['ensemble', 'circle'],
  GradientBoostingClassifier: ['ensemble', 'square'],
  HistGradientBoostingClassifier: ['ensemble', 'triangle'],
  KNeighborsClassifier: ['neighbors', 'circle'],
  MLPClassifier: ['network', 'circle'],
  LogisticRegression: ['linear', 'circle'],
  LinearSVC: ['linear', 'square'],
  SGDClassifier: ['linear', 'triangle'],
  Perceptron: ['linear', 'diamond'],
  PassiveAggressiveClassifier: ['linear', 'cross'],
  DecisionTreeClassifier: ['tree', 'circle'],
  ExtraTreeClassifier: ['tree', 'square'],
  GaussianNB: ['probabilistic', 'circle'],
};

/** A classifier as charts mark it, by scikit-learn's name for it; unknown names are circles of the kind `other`. */
export function familyOf(name: string): Family {
  const [kind, shape] = (Object.hasOwn(MARKS, name) ? MARKS[name] : undefined) ?? ['other', 'circle'];
  return { name, shortName: name.replace(/(?<=.)Classifier$/, ''), kind, shape };
}

/** Each family once: those of a kind side by side, unknown ones last. */
export function familiesOf(names: readonly string[]): readonly Family[] {
  const present = new Set(names);
  const known = Object.keys(MARKS).filter((name) => present.delete(name));
  return [...known, ...present].map(familyOf);
}
