import * as visualize from '@fashion-mnist/visualize';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(visualize).toSorted()).toEqual([
    'CLASS_COLORS',
    'VisualizeError',
    'classColor',
    'encodePng',
    'pca',
    'scatterPng',
    'scatterSvg',
    'spriteSheet',
    'tileImages',
    'tsne',
    'umap',
  ]);
});
