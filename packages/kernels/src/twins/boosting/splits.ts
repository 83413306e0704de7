import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';
import { splitSearch } from './split-search.ts';

type SplitKernels = Pick<BoostingKernels, 'findByteSplits' | 'findRankSplits'>;

/** Histograms are summed anew for every node: slots and partners only save time. */
export function splitTwins(heap: Heap): SplitKernels {
  const { featuresOf, find, store } = splitSearch(heap);
  return {
    findByteSplits(
      nodes,
      nodeCount,
      bins,
      rowCount,
      _binCounts,
      masks,
      groupCount,
      fewest,
      least,
      penalty,
      splits,
      begin,
      end,
    ) {
      const { u8 } = heap;
      for (let item = begin; item < end; item++) {
        const group = Math.floor(item / nodeCount);
        const node = item - group * nodeCount;
        const features = featuresOf(masks, groupCount, node, group);
        const binOf = (feature: number, row: number) =>
          u8[bins + (group * rowCount + row) * 16 + (feature & 15)]!;
        const best = find(nodes + 80 * node, features, binOf, 256, { fewest, least, penalty });
        store(splits + 32 * item, best);
      }
    },

    findRankSplits(
      nodes,
      nodeCount,
      ranks,
      rowCount,
      featureCount,
      masks,
      groupCount,
      fewest,
      least,
      penalty,
      _slots,
      _slotBytes,
      rankCapacity,
      splits,
      begin,
      end,
    ) {
      const { f32 } = heap;
      for (let item = begin; item < end; item++) {
        const group = Math.floor(item / nodeCount);
        const node = item - group * nodeCount;
        const features = featuresOf(masks, groupCount, node, group).filter(
          (feature) => feature < featureCount,
        );
        const binOf = (feature: number, row: number) => f32[ranks / 4 + feature * rowCount + row]!;
        const best = find(nodes + 80 * node, features, binOf, rankCapacity, { fewest, least, penalty });
        store(splits + 32 * item, best);
      }
    },
  };
}
