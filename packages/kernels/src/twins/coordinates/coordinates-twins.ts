import type { Heap } from '../../compute/heap.ts';
import type { CoordinatesKernels } from '../../kernels-of/coordinates.ts';
import { crammerSingerTwins } from './crammer-singer.ts';
import { dualTwins } from './dual.ts';
import { squareOf } from './rows.ts';

export function coordinatesTwins(heap: Heap): CoordinatesKernels {
  return {
    squareRows(samples, elementBytes, featureCount, centre, factor, intercept, squares, begin, end) {
      const layout = { samples, elementBytes, featureCount, centre, factor };
      for (let sample = begin; sample < end; sample++)
        heap.f64[squares / 8 + sample] = squareOf(heap, layout, sample, intercept);
    },
    ...dualTwins(heap),
    ...crammerSingerTwins(heap),
  };
}
