import { scratch } from '../scratch';
import { beginNode, nodeAt, scanAll, scanOccupied, storeBest } from './best-split';
import { GROUP_FEATURES } from './bins';
import {
  addAndMarkAll, addAndMarkSome, addToAll, addToSome, FEATURE_BYTES, GROUP_BYTES, takeFromAll, takeHistogram,
} from './byte-histogram';

/** A bit for each bin of a group. */
const OCCUPANCY_BYTES: usize = 16 * 32;
/** Nodes of fewer rows are looked through by their occupied bins. */
const SPARSE_COUNT: i32 = 256;
/** The partner of a node that its sibling takes care of. */
const DONE_BY_SIBLING: i32 = -2;

let fewest: i32 = 0;
let least: f64 = 0;
let penalty: f64 = 0;

/**
 * The best split of each node among the features of each group, by histograms of all rows of the node, or of its
 * sibling's rows taken from its parent's. Items are groups times nodes, group by group.
 */
export function findByteSplits(
  nodes: usize, nodeCount: i32, bins: usize, rowCount: i32, binCounts: usize, masks: usize, groupCount: i32,
  fewestRows: i32, leastCurvature: f64, curvaturePenalty: f64, splits: usize, begin: i32, end: i32,
): void {
  fewest = fewestRows;
  least = leastCurvature;
  penalty = curvaturePenalty;
  memory.fill(scratch, 0, GROUP_BYTES + OCCUPANCY_BYTES);
  for (let item = begin; item < end; item++) {
    const group = item / nodeCount, index = item - group * nodeCount;
    const node = nodeAt(nodes, index);
    const partner = load<i32>(node, 68);
    if (partner === DONE_BY_SIBLING) continue;
    const mask = <i32>load<u16>(masks + ((<usize>(index * groupCount + group)) << 1));
    const groupBins = bins + (((<usize>group) * (<usize>rowCount)) << 4);
    const counts = binCounts + ((<usize>group) << 6);
    const slot = slotOf(node, group);
    const isSparse = load<i32>(node, 4) < SPARSE_COUNT && slot === 0;
    if (isSparse) {
      if (partner >= 0) takeFromAll(node, groupBins, slotOf(nodeAt(nodes, partner), group));
    } else if (mask === 0xffff || partner >= 0 || slot !== 0) {
      addToAll(node, groupBins, scratch);
    } else {
      addToSome(node, groupBins, scratch, mask);
    }
    if (partner >= 0) {
      const other = nodeAt(nodes, partner), otherSlot = slotOf(other, group);
      if (!isSparse) takeAll(otherSlot, scratch, counts);
      scanGroup(other, otherSlot, mask, group, counts);
      storeBest(splits + ((<usize>(item - index + partner)) << 5));
    }
    if (isSparse) {
      scanSparse(node, groupBins, mask, group);
    } else {
      scanGroup(node, scratch, mask, group, counts);
      if (slot !== 0) memory.copy(slot, scratch, GROUP_BYTES);
      clearGroup(scratch, counts);
    }
    storeBest(splits + ((<usize>item) << 5));
  }
}

/** Where the histograms of a node and group are kept, or 0. */
function slotOf(node: usize, group: i32): usize {
  const slot = <usize>load<i32>(node, 64);
  return slot === 0 ? 0 : slot + (<usize>group) * GROUP_BYTES;
}

function takeAll(histogram: usize, other: usize, counts: usize): void {
  for (let feature: usize = 0; feature < 16; feature++) {
    const offset = feature * FEATURE_BYTES;
    takeHistogram(histogram + offset, other + offset, load<i32>(counts + (feature << 2)));
  }
}

function clearGroup(histogram: usize, counts: usize): void {
  for (let feature: usize = 0; feature < 16; feature++)
    memory.fill(histogram + feature * FEATURE_BYTES, 0, (<usize>max(1, load<i32>(counts + (feature << 2)))) << 4);
}

function scanGroup(node: usize, histogram: usize, mask: i32, group: i32, counts: usize): void {
  beginNode(node, fewest, least, penalty);
  for (let left = mask; left !== 0; left &= left - 1) {
    const feature = ctz(left);
    const at = histogram + (<usize>feature) * FEATURE_BYTES;
    scanAll(at, group * GROUP_FEATURES + feature, load<i32>(counts + ((<usize>feature) << 2)));
  }
}

function scanSparse(node: usize, groupBins: usize, mask: i32, group: i32): void {
  const occupancy = scratch + GROUP_BYTES;
  if (mask === 0xffff) addAndMarkAll(node, groupBins, scratch, occupancy);
  else addAndMarkSome(node, groupBins, scratch, mask, occupancy);
  beginNode(node, fewest, least, penalty);
  for (let left = mask; left !== 0; left &= left - 1) {
    const feature = ctz(left);
    const at = scratch + (<usize>feature) * FEATURE_BYTES;
    scanOccupied(at, occupancy + ((<usize>feature) << 5), 4, group * GROUP_FEATURES + feature);
  }
}
