const STEPS = 64;
const TOLERANCE = 1e-5;

/**
 * How much each neighbour counts for the place of a new point: `exp(-distance / scale)`, where the scale makes the
 * weights of all but the nearest add up to the binary logarithm of their number, as where UMAP's transform starts.
 *
 * @param distances - Ascending.
 * @returns Weights that add up to 1.
 * @see smooth_knn_dist and init_graph_transform of umap-learn, with local_connectivity 0
 */
export function neighborWeights(distances: ArrayLike<number>): readonly number[] {
  const listed = Array.from(distances);
  const scale = fitScale(listed);
  const memberships = listed.map((distance) => membership(distance, scale));
  const sum = memberships.reduce((total, weight) => total + weight, 0);
  return memberships.map((weight) => weight / sum);
}

function membership(distance: number, scale: number): number {
  return distance <= 0 ? 1 : Math.exp(-distance / scale);
}

function fitScale(distances: readonly number[]): number {
  const target = Math.log2(distances.length);
  let [low, high, scale] = [0, Number.POSITIVE_INFINITY, 1];
  for (let step = 0; step < STEPS; step++) {
    const sum = distances.slice(1).reduce((total, distance) => total + membership(distance, scale), 0);
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high === Number.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  return Math.max(scale, 1e-3 * mean);
}
