import type { Rng } from '@fashion-mnist/core';
import { type BinnedRows, GROUP_FEATURES } from './binned-rows.ts';

/** Draws the features among which a split is chosen, as masks: a bit for each, a word for each group. */
export interface FeatureDraws {
  /** The mask of all features that take two values. */
  readonly all: Uint16Array;
  /** A mask of features drawn without those of another mask. @returns undefined when there are none left */
  draw(rng: Rng, without: Uint16Array | undefined): Uint16Array | undefined;
}

export function featureDraws(
  { featureCount, groupCount, binCounts }: BinnedRows,
  perSplit: number,
): FeatureDraws {
  const order = Uint32Array.from({ length: featureCount }, (_, feature) => feature);
  const all = new Uint16Array(groupCount);
  for (const [feature, count] of binCounts.entries()) if (count > 1) add(all, feature);

  return {
    all,
    draw(rng, without) {
      if (perSplit >= featureCount) return without === undefined ? all : undefined;
      const mask = new Uint16Array(groupCount);
      let drawn = 0;
      for (let i = 0; i < featureCount && drawn < perSplit; i++) {
        const other = i + rng.nextInt(featureCount - i);
        const feature = order[other]!;
        order[other] = order[i]!;
        order[i] = feature;
        if (without !== undefined && has(without, feature)) continue;
        add(mask, feature);
        drawn++;
      }
      return drawn > 0 ? mask : undefined;
    },
  };
}

function add(mask: Uint16Array, feature: number): void {
  mask[Math.floor(feature / GROUP_FEATURES)]! |= 1 << (feature % GROUP_FEATURES);
}

function has(mask: Uint16Array, feature: number): boolean {
  return ((mask[Math.floor(feature / GROUP_FEATURES)]! >> (feature % GROUP_FEATURES)) & 1) === 1;
}
