import { loadDataset } from '@fashion-mnist/dataset-fetch';
import {
  findLabelErrors,
  RandomForestClassifier,
  stratifiedKFold,
  takeLabels,
  takeSamples,
} from '@fashion-mnist/models';

const { images, labels, classNames } = await loadDataset('fashion-mnist', { split: 'test' });

// Each image is judged by a forest that has not seen it: a model agrees with the labels it has learned from.
const probabilities = new Float64Array(labels.length * 10);
for (const { train, test } of stratifiedKFold(labels, { folds: 5 })) {
  const forest = new RandomForestClassifier({ nEstimators: 20 });
  const fitted = await forest.fit(takeSamples(images, train), takeLabels(labels, train), { seed: 1 });
  const judged = await fitted.predictProba(takeSamples(images, test));
  for (const [row, index] of test.entries())
    probabilities.set(judged.data.subarray(10 * row, 10 * row + 10), 10 * index);
}
const { suspects } = findLabelErrors(labels, { data: probabilities, shape: [labels.length, 10] });
for (const { sample, label, suggestion } of suspects.slice(0, 3))
  console.log(`test image ${sample}: labelled ${classNames[label]}, rather ${classNames[suggestion]}?`);
