import * as visualize from '@fashion-mnist/visualize';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(visualize).toSorted()).toEqual([
    'CLASS_COLORS',
    'VisualizeError',
    'alignPlaces',
    'classColor',
    'confusionPng',
    'confusionSvg',
    'continuity',
    'createPcaSession',
    'createTsneSession',
    'createUmapSession',
    'curvesPng',
    'curvesSvg',
    'encodePng',
    'knnLabelAccuracy',
    'neighborRecall',
    'neighborhoodQuality',
    'pca',
    'projectorFiles',
    'scatterPng',
    'scatterSvg',
    'shepardCorrelation',
    'sideBySidePng',
    'sideBySideSvg',
    'spriteSheet',
    'thumbnailMap',
    'tileImages',
    'trustworthiness',
    'tsne',
    'umap',
  ]);
});
