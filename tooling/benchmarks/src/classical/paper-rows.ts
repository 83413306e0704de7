/** A row of table 3 of the paper. */
export interface PaperRow {
  readonly estimator: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Published accuracy on MNIST. */
  readonly mnist: number;
}

/**
 * One or two rows of each family.
 *
 * @see Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747v1, table 3
 */
export const PAPER_ROWS: readonly PaperRow[] = [
  { estimator: 'GaussianNB', options: {}, mnist: 0.524 },
  { estimator: 'DecisionTreeClassifier', options: { criterion: 'gini', maxDepth: 10 }, mnist: 0.866 },
  { estimator: 'DecisionTreeClassifier', options: { criterion: 'entropy', maxDepth: 50 }, mnist: 0.886 },
  { estimator: 'ExtraTreeClassifier', options: { criterion: 'entropy', maxDepth: 50 }, mnist: 0.826 },
  { estimator: 'RandomForestClassifier', options: { maxDepth: 50, nEstimators: 10 }, mnist: 0.948 },
  { estimator: 'RandomForestClassifier', options: { maxDepth: 50, nEstimators: 100 }, mnist: 0.971 },
  { estimator: 'GradientBoostingClassifier', options: { maxDepth: 3, nEstimators: 10 }, mnist: 0.846 },
  { estimator: 'KNeighborsClassifier', options: { nNeighbors: 5, p: 2 }, mnist: 0.944 },
  { estimator: 'KNeighborsClassifier', options: { nNeighbors: 9, p: 1, weights: 'distance' }, mnist: 0.955 },
  { estimator: 'SVC', options: { C: 10, kernel: 'rbf' }, mnist: 0.973 },
  { estimator: 'SVC', options: { C: 1, kernel: 'poly' }, mnist: 0.957 },
  { estimator: 'LinearSVC', options: { C: 1, loss: 'hinge' }, mnist: 0.917 },
  { estimator: 'LogisticRegression', options: { C: 1, multiClass: 'ovr' }, mnist: 0.917 },
  // In 2017 stochastic gradient descent made five passes.
  { estimator: 'SGDClassifier', options: { loss: 'hinge', maxIter: 5, tol: null }, mnist: 0.914 },
  { estimator: 'Perceptron', options: { penalty: 'l1' }, mnist: 0.887 },
  { estimator: 'PassiveAggressiveClassifier', options: { C: 1 }, mnist: 0.877 },
  { estimator: 'MLPClassifier', options: { activation: 'relu', hiddenLayerSizes: [100] }, mnist: 0.972 },
  { estimator: 'MLPClassifier', options: { activation: 'tanh', hiddenLayerSizes: [10] }, mnist: 0.921 },
];
