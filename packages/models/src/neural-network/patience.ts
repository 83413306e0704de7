/** Watches a figure that should fall, epoch after epoch. */
export interface Patience {
  /** The least figure so far; infinite before the first. */
  readonly best: number;
  /** Whether too many figures in a row have not improved. */
  readonly isSpent: boolean;
  /** True for the least figure so far. */
  observe(figure: number): boolean;
  /** Waits anew. */
  renew(): void;
}

/**
 * @param tolerance - An improvement by less is none.
 * @param limit - How many figures in a row may be without improvement.
 */
export function createPatience(tolerance: number, limit: number): Patience {
  let [best, fruitless] = [Infinity, 0];
  return {
    get best() {
      return best;
    },
    get isSpent() {
      return fruitless > limit;
    },
    observe(figure) {
      fruitless = figure > best - tolerance ? fruitless + 1 : 0;
      const isBest = figure < best;
      if (isBest) best = figure;
      return isBest;
    },
    renew() {
      fruitless = 0;
    },
  };
}
