import type { Heap } from '../../compute/heap.ts';
import type { ManhattanKernels } from '../../kernels-of/manhattan.ts';
import { FLOATS, nearest, sumOfTerms, WEIGHTED } from './measured.ts';

const QUERIES = 4;

export function manhattanSearchTwin(heap: Heap): Pick<ManhattanKernels, 'searchManhattan'> {
  return {
    searchManhattan(
      queries,
      queryOrder,
      _queryFine,
      _queryCoarse,
      _queryErrors,
      queryCount,
      references,
      referenceOrder,
      _referenceFine,
      _panels,
      _referenceFineError,
      _referenceCoarseError,
      referenceCount,
      kind,
      featureCount,
      weights,
      _weights16,
      _steps,
      _fineCount,
      _coarseCount,
      _roughOf,
      _unit,
      neighborCount,
      indices,
      distances,
      begin,
      end,
    ) {
      const { i32, f64 } = heap;
      const weightOf = (i: number) => (kind === WEIGHTED ? f64[weights / 8 + i]! : 1);
      const samples = { queries, references, kind, featureCount };
      const measure = sumOfTerms(heap, samples, (difference, i) => Math.abs(difference) * weightOf(i));
      const names = i32.slice(referenceOrder / 4, referenceOrder / 4 + referenceCount);
      for (let query = begin * QUERIES; query < Math.min(end * QUERIES, queryCount); query++) {
        const row = i32[queryOrder / 4 + query]! * neighborCount;
        nearest(names, neighborCount, (reference) => measure(query, reference)).forEach((found, place) => {
          i32[indices / 4 + row + place] = found.name;
          f64[distances / 8 + row + place] = found.distance;
        });
      }
    },
  };
}

export function minkowskiSearchTwin(heap: Heap): Pick<ManhattanKernels, 'searchMinkowski'> {
  return {
    searchMinkowski(
      queries,
      references,
      referenceCount,
      kind,
      featureCount,
      weights,
      powers,
      exponent,
      neighborCount,
      indices,
      distances,
      begin,
      end,
    ) {
      const { i32, f64 } = heap;
      const term =
        kind === FLOATS
          ? (difference: number) => Math.abs(difference) ** exponent
          : (difference: number, i: number) =>
              f64[weights / 8 + i]! * f64[powers / 8 + Math.abs(difference)]!;
      const measure = sumOfTerms(heap, { queries, references, kind, featureCount }, term);
      const names = Array.from({ length: referenceCount }, (_, reference) => reference);
      for (let query = begin; query < end; query++) {
        const row = query * neighborCount;
        nearest(names, neighborCount, (reference) => measure(query, reference)).forEach((found, place) => {
          i32[indices / 4 + row + place] = found.name;
          f64[distances / 8 + row + place] = found.distance ** (1 / exponent);
        });
      }
    },
  };
}
