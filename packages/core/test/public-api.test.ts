import * as core from '@fashion-mnist/core';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(core).toSorted()).toEqual([
    'closestName',
    'createCheckpoint',
    'createRng',
    'either',
    'elementCount',
    'flag',
    'listOf',
    'ndArray',
    'oneOf',
    'orNull',
    'philox4x32',
    'real',
    'reportProgress',
    'resolveOptions',
    'sampleShape',
    'whole',
  ]);
});
