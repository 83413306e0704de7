import type { Region } from '@fashion-mnist/kernels';
import { type BinnedRows, GROUP_FEATURES } from './binned-rows.ts';
import { BYTE_VALUES } from './byte-values.ts';
import type { GrowingNode } from './growing-tree.ts';
import type { GrowthRules } from './growth-rules.ts';

/** What all kept histograms may take together. */
const KEPT_BYTES = 192 * 2 ** 20;
/** For nodes of fewer rows, adding up is faster than taking one histogram from another. */
const MIN_ROWS = 2048;
const ENTRY_BYTES = 16;

/**
 * Places where histograms of large nodes are kept until their children are searched. Sums are exact, so that a child has
 * the same ones whether added up or taken from its parent's, and it does not matter whether there was a place.
 */
export class HistogramSlots {
  readonly #free: number[];

  constructor(
    region: Region,
    { rowCount, groupCount, featureCount, layout }: BinnedRows,
    treeCount: number,
    rules: GrowthRules,
  ) {
    const byteLength = groupCount * GROUP_FEATURES * BYTE_VALUES * ENTRY_BYTES;
    const isOfUse = layout === 'bins' && rules.featuresPerSplit >= featureCount && rules.maxDepth > 1;
    const wanted = isOfUse ? treeCount * Math.floor(rowCount / MIN_ROWS) : 0;
    const count = Math.min(wanted, Math.floor(KEPT_BYTES / byteLength));
    const pointer = region.alloc(count * byteLength);
    this.#free = Array.from({ length: count }, (_, i) => pointer + i * byteLength);
  }

  /** Finds places for large nodes that have none, the largest first. */
  provide(nodes: readonly GrowingNode[]): void {
    const large = nodes.filter(({ slot, count }) => slot === 0 && count >= MIN_ROWS);
    for (const node of large.toSorted((a, b) => b.count - a.count)) node.slot = this.#free.pop() ?? 0;
  }

  giveBack(node: GrowingNode): void {
    if (node.slot !== 0) this.#free.push(node.slot);
    node.slot = 0;
  }
}
