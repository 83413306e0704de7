import * as view from '@fashion-mnist/visualize/view';
import { expect, it } from 'vitest';

it('exports exactly the documented names from ./view', () => {
  expect(Object.keys(view).toSorted()).toEqual([
    'VisualizeError',
    'createPointGrid',
    'createViewer',
    'fitCamera',
    'pointsInBox',
    'pointsInPolygon',
  ]);
});
