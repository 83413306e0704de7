/**
 * Rounds of pairs of blocks, no two of a round with a block in common: first each block with itself, then pairs with
 * the largest ones together, so that threads end at about the same time.
 *
 * @param sizes - Shape `[blockCount, blockCount]`: edges between blocks `a <= b` at `a blockCount + b`.
 * @returns For each round the positions in `sizes` of its pairs, the largest first; empty pairs are left out.
 */
export function scheduleRounds(sizes: ArrayLike<number>, blockCount: number): number[][] {
  const sizeOf = (pair: number) => sizes[pair] ?? 0;
  const filled = Array.from({ length: blockCount ** 2 }, (_, pair) => pair)
    .filter((pair) => sizeOf(pair) > 0)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  const isWithin = (pair: number) => pair % (blockCount + 1) === 0;
  const rounds: { readonly pairs: number[]; readonly busy: Set<number> }[] = [];
  for (const pair of filled.filter((one) => !isWithin(one))) {
    const blocks = [Math.floor(pair / blockCount), pair % blockCount];
    let round = rounds.find(({ busy }) => blocks.every((block) => !busy.has(block)));
    if (round === undefined) rounds.push((round = { pairs: [], busy: new Set() }));
    round.pairs.push(pair);
    for (const block of blocks) round.busy.add(block);
  }
  return [filled.filter(isWithin), ...rounds.map(({ pairs }) => pairs)].filter(({ length }) => length > 0);
}
