import { beginNode, nodeAt, scanOccupied, storeBest } from './best-split';
import { GROUP_FEATURES } from './bins';

/**
 * The best split of each node among the features of each group, by histograms of all ranks: exact for any number of
 * different values. Items are groups times nodes, group by group; a piece is one group.
 *
 * @param slots - `[groupCount][slotBytes]`, all zeros, and all zeros again afterwards: `rankCapacity` entries, then a
 *   bit for each that holds something.
 */
export function findRankSplits(
  nodes: usize, nodeCount: i32, ranks: usize, rowCount: i32, featureCount: i32, masks: usize, groupCount: i32,
  fewest: i32, least: f64, penalty: f64, slots: usize, slotBytes: i32, rankCapacity: i32, splits: usize,
  begin: i32, end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const group = item / nodeCount, index = item - group * nodeCount;
    const node = nodeAt(nodes, index);
    const mask = <i32>load<u16>(masks + ((<usize>(index * groupCount + group)) << 1));
    const slot = slots + (<usize>group) * (<usize>slotBytes);
    beginNode(node, fewest, least, penalty);
    for (let left = mask; left !== 0; left &= left - 1) {
      const feature = group * GROUP_FEATURES + ctz(left);
      if (feature >= featureCount) break;
      const bits = slot + ((<usize>rankCapacity) << 4);
      fill(node, ranks + (((<usize>feature) * (<usize>rowCount)) << 2), slot, bits);
      scanOccupied(slot, bits, rankCapacity >> 6, feature);
    }
    storeBest(splits + ((<usize>item) << 5));
  }
}

function fill(node: usize, column: usize, slot: usize, bits: usize): void {
  const entries = <usize>load<i32>(node, 8);
  let row = <usize>load<i32>(node);
  const last = row + ((<usize>load<i32>(node, 4)) << 2);
  for (; row < last; row += 4) {
    const index = <usize>load<i32>(row);
    const rank = <u32>load<f32>(column + (index << 2));
    const entry = slot + ((<usize>rank) << 4);
    v128.store(entry, i64x2.add(v128.load(entry), v128.load(entries + (index << 4))));
    const word = bits + ((<usize>(rank >> 6)) << 3);
    store<u64>(word, load<u64>(word) | (<u64>1 << <u64>(rank & 63)));
  }
}
