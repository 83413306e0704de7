import * as core from '@fashion-mnist/core';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(core).toSorted()).toEqual([
    'createCheckpoint',
    'createRng',
    'elementCount',
    'ndArray',
    'reportProgress',
    'sampleShape',
  ]);
});
