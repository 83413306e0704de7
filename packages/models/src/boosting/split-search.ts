import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { type BinnedRows, GROUP_FEATURES } from './binned-rows.ts';
import type { GrowingNode } from './growing-tree.ts';
import type { GrowthRules } from './growth-rules.ts';
import { HistogramSlots } from './histogram-slots.ts';
import type { TrainingRows } from './training-rows.ts';

/** Nodes of one submission: they bound the memory of what is found. */
const BATCH_NODES = 2048;
const NODE_BYTES = 80;
const NODE_WORDS: number = NODE_BYTES / 4;
const NO_PARTNER = -1;
const DONE_BY_SIBLING = -2;
const SPLIT_BYTES = 32;
const PIECES = 32;
const RANK_STEP = 64;
const ENTRY_BYTES = 16;

/** Sums nodes and finds their best splits, on all threads. */
export class SplitSearch {
  readonly #pool: WorkerPool;
  readonly #rows: BinnedRows;
  readonly #training: TrainingRows;
  readonly #rules: GrowthRules;
  readonly #nodes: number;
  readonly #masks: number;
  readonly #splits: number;
  readonly #binCounts: number;
  /** Histograms of ranks, a group each. */
  readonly #rankSlots: { readonly pointer: number; readonly byteLength: number; readonly capacity: number };
  readonly #slots: HistogramSlots;

  static async open(
    pool: WorkerPool,
    region: Region,
    rows: BinnedRows,
    training: TrainingRows,
    rules: GrowthRules,
  ): Promise<SplitSearch> {
    const search = new SplitSearch(pool, region, rows, training, rules);
    const padded = new Int32Array(rows.groupCount * GROUP_FEATURES);
    padded.set(rows.binCounts);
    await pool.write(search.#binCounts, padded);
    const length = (rows.groupCount * search.#rankSlots.byteLength) / 8;
    if (length > 0)
      await pool.submit([command('clearSums', { total: length, grain: 2 ** 16 }, search.#rankSlots.pointer)]);
    return search;
  }

  private constructor(
    pool: WorkerPool,
    region: Region,
    rows: BinnedRows,
    training: TrainingRows,
    rules: GrowthRules,
  ) {
    this.#pool = pool;
    this.#rows = rows;
    this.#training = training;
    this.#rules = rules;
    this.#nodes = region.alloc(BATCH_NODES * NODE_BYTES);
    this.#masks = region.alloc(BATCH_NODES * rows.groupCount * 2);
    this.#splits = region.alloc(BATCH_NODES * rows.groupCount * SPLIT_BYTES);
    this.#binCounts = region.alloc(4 * rows.groupCount * GROUP_FEATURES);
    const largest = rows.binCounts.reduce((most, count) => Math.max(most, count), 0);
    const capacity = rows.layout === 'ranks' ? Math.ceil(largest / RANK_STEP) * RANK_STEP : 0;
    const byteLength = capacity * ENTRY_BYTES + capacity / 8;
    this.#rankSlots = { pointer: region.alloc(byteLength * rows.groupCount), byteLength, capacity };
    this.#slots = new HistogramSlots(region, rows, training.treeCount, rules);
  }

  /**
   * Fills in the sums of nodes, and of `searched` ones their best splits.
   *
   * @param maskOf - A bit for each feature that may be split, in words of a group each.
   */
  async run(
    searched: readonly GrowingNode[],
    others: readonly GrowingNode[],
    maskOf: (node: GrowingNode) => Uint16Array,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    this.#slots.provide(searched);
    const derived = searched.filter((node) => node.slot !== 0 && node.lesser !== undefined);
    const pairs = new Set(derived.flatMap((node) => [node.lesser!, node]));
    const ordered = [...pairs, ...searched.filter((node) => !pairs.has(node))];
    const all = [...ordered, ...others.filter((node) => !pairs.has(node))];
    for (let first = 0; first < all.length; first += BATCH_NODES) {
      const batch = all.slice(first, first + BATCH_NODES);
      const searchedHere = Math.min(batch.length, Math.max(0, ordered.length - first));
      await this.#runBatch(batch, searchedHere, maskOf, signal);
    }
  }

  /** Gives back what is kept of a node. */
  forget(node: GrowingNode): void {
    this.#slots.giveBack(node);
  }

  async #runBatch(
    nodes: readonly GrowingNode[],
    searched: number,
    maskOf: (node: GrowingNode) => Uint16Array,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { groupCount, rowCount } = this.#rows;
    const { gradients, curvatures, weights } = this.#training;
    await this.#pool.write(this.#nodes, this.#recordsOf(nodes));
    const work = { total: nodes.length, grain: Math.ceil(nodes.length / 64) };
    const commands: Command[] = [
      command('sumNodes', work, this.#nodes, gradients, curvatures, weights, rowCount),
    ];
    if (searched > 0) {
      const masks = new Uint8Array(searched * groupCount * 2);
      for (const [i, node] of nodes.slice(0, searched).entries()) {
        const mask = maskOf(node);
        masks.set(new Uint8Array(mask.buffer, mask.byteOffset, mask.byteLength), i * groupCount * 2);
      }
      await this.#pool.write(this.#masks, masks);
      commands.push(this.#find(searched));
    }
    await this.#pool.submit(commands, { signal });
    await this.#readBatch(nodes, searched);
  }

  #recordsOf(nodes: readonly GrowingNode[]): Int32Array {
    const records = new Int32Array(nodes.length * NODE_WORDS);
    const places = new Map(nodes.map((node, place) => [node, place]));
    for (const [place, node] of nodes.entries()) {
      const at = place * NODE_WORDS;
      const { count, tree, slot, lesser } = node;
      records.set([this.#training.rowsOf(node), count, this.#training.entriesOf(tree), tree], at);
      const isDerived = slot !== 0 && lesser !== undefined;
      records[at + 16] = slot;
      records[at + 17] = isDerived ? DONE_BY_SIBLING : records[at + 17] || NO_PARTNER;
      records[at + 18] = node.tieSeed;
      if (isDerived) records[places.get(lesser)! * NODE_WORDS + 17] = place;
    }
    return records;
  }

  #find(nodeCount: number): Command {
    const { groupCount, rowCount, featureCount, layout, pointer } = this.#rows;
    const { minRowsOfLeaf, minDenominatorOfLeaf, penalty } = this.#rules;
    const { denominatorScale } = this.#training;
    const bounds = [
      minRowsOfLeaf,
      minDenominatorOfLeaf * denominatorScale,
      penalty * denominatorScale,
    ] as const;
    const total = groupCount * nodeCount;
    if (layout === 'ranks')
      return command(
        'findRankSplits',
        { total, grain: nodeCount },
        this.#nodes,
        nodeCount,
        pointer,
        rowCount,
        featureCount,
        this.#masks,
        groupCount,
        ...bounds,
        this.#rankSlots.pointer,
        this.#rankSlots.byteLength,
        this.#rankSlots.capacity,
        this.#splits,
      );
    return command(
      'findByteSplits',
      { total, grain: Math.min(nodeCount, Math.ceil(total / PIECES)) },
      this.#nodes,
      nodeCount,
      pointer,
      rowCount,
      this.#binCounts,
      this.#masks,
      groupCount,
      ...bounds,
      this.#splits,
    );
  }

  async #readBatch(nodes: readonly GrowingNode[], searched: number): Promise<void> {
    const words = await this.#pool.read(Int32Array, this.#nodes, nodes.length * NODE_WORDS);
    const doubles = new Float64Array(words.buffer);
    const length = (this.#rows.groupCount * searched * SPLIT_BYTES) / 4;
    const splits = await this.#pool.read(Int32Array, this.#splits, length);
    for (const [place, node] of nodes.entries()) {
      const at = (place * NODE_WORDS) / 2;
      const [weight = 0, gradient = 0, square = 0, curvature = 0] = doubles.subarray(at + 4, at + 8);
      node.sums = { weight, gradient, square, curvature };
      if (place < searched)
        this.#takeBest(
          node,
          splits,
          place,
          searched,
          words.subarray(place * NODE_WORDS + 4, place * NODE_WORDS + 8),
        );
    }
  }

  /** @param total - The node's sum of entries. */
  #takeBest(
    node: GrowingNode,
    splits: Int32Array,
    place: number,
    nodeCount: number,
    total: Int32Array,
  ): void {
    const scores = new Float64Array(splits.buffer);
    const words = new Uint32Array(splits.buffer);
    let best = -1;
    let [score, word] = [-1, 0];
    for (let group = 0; group < this.#rows.groupCount; group++) {
      const record = group * nodeCount + place;
      node.hasVaried ||= splits[8 * record + 6]! !== 0;
      const [scoreHere, wordHere] = [scores[4 * record]!, words[8 * record + 7]!];
      if (scoreHere > score || (scoreHere === score && wordHere > word)) {
        score = scoreHere;
        word = wordHere;
        best = record;
      }
    }
    if (best < 0) return;
    const { gradientScale, denominatorScale } = this.#training;
    const gradient = total[1]! * 2 ** 8 + (total[0]! >>> 24);
    const denominator = total[3]! * 2 ** 32 + (total[2]! >>> 0) + this.#rules.penalty * denominatorScale;
    const gain = (score - (gradient * gradient) / denominator) * (denominatorScale / gradientScale ** 2);
    const [feature = 0, leftBin = 0, rightBin = 0, leftCount = 0] = splits.subarray(
      8 * best + 2,
      8 * best + 6,
    );
    node.split = { feature, leftBin, rightBin, leftCount, gain };
  }
}
