/**
 * By how much the ranks of points exceed a limit, in sum: rank 1 is the point nearest to the query, itself left out;
 * equal distances in the order of the points.
 *
 * @param points - At least one, different ones, without the query.
 * @param distances - From the query to every point.
 */
export function rankExcess(
  points: Int32Array,
  distances: Float64Array,
  query: number,
  limit: number,
): number {
  const isBefore = (a: number, b: number) => {
    const difference = (distances[a] as number) - (distances[b] as number);
    return difference < 0 || (difference === 0 && a < b);
  };
  const sorted = points.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
  const farthest = distances[sorted.at(-1) as number] as number;
  const betweens = new Float64Array(sorted.length);
  for (let other = 0; other < distances.length; other++) {
    if (other === query || (distances[other] as number) > farthest) continue;
    let place = sorted.length;
    while (place > 0 && isBefore(other, sorted[place - 1] as number)) place--;
    if (place < sorted.length) betweens[place] = (betweens[place] as number) + 1;
  }
  let rank = 1;
  let excess = 0;
  for (const between of betweens) {
    rank += between;
    excess += Math.max(rank - limit, 0);
  }
  return excess;
}
