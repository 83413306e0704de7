import * as models from '@fashion-mnist/models';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(models).toSorted()).toEqual([
    'KNeighborsClassifier',
    'ModelsError',
    'accuracyScore',
    'confusionMatrix',
  ]);
});
