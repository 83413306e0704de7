/** The best split that a search has met. The first of equals stays. */

export let bestScore: f64 = -Infinity;
export let bestFeature: i32 = -1;
/** The greatest code or key that goes left. */
export let bestCode: u32 = 0;
/** Of a drawn threshold; others lie halfway between two values. */
export let bestThreshold: f64 = 0;

export function forgetBest(): void {
  bestScore = -Infinity;
  bestFeature = -1;
}

export function setBest(score: f64, feature: i32, code: u32, threshold: f64): void {
  bestScore = score;
  bestFeature = feature;
  bestCode = code;
  bestThreshold = threshold;
}
