import { loadDataset, takeSamples } from '@fashion-mnist/dataset-fetch';
import { confusionMatrix, RandomForestClassifier } from '@fashion-mnist/models';

const { train, validation } = await loadDataset('fashion-mnist', { validation: {} });
const some = takeSamples(
  train,
  Uint32Array.from({ length: 3000 }, (_, index) => index),
  'train',
);

const forest = await new RandomForestClassifier({ nEstimators: 30 }).fit(some.images, some.labels, {
  seed: 1,
});
console.log(
  `accuracy on images held out: ${(await forest.score(validation.images, validation.labels)).toFixed(2)}`,
);

const predicted = await forest.predict(validation.images);
const { counts } = confusionMatrix(validation.labels, predicted);
const shirts = counts.data.subarray(60, 70);
console.log(
  `of ${validation.classNames[6]}s, ${shirts[6]} are seen and ${shirts[0]} taken for a ${validation.classNames[0]}`,
);
