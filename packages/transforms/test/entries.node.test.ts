import * as browser from '@fashion-mnist/transforms/browser';
import * as node from '@fashion-mnist/transforms/node';
import { expect, it } from 'vitest';

it.each([
  { entry: 'node', names: Object.keys(node) },
  { entry: 'browser', names: Object.keys(browser) },
])('exports exactly the documented names for $entry', ({ names }) => {
  expect(names.toSorted()).toEqual(['DECODE_PHOTO_RULES', 'decodePhoto']);
});
