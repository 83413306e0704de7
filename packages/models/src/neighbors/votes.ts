import type { NdArray } from '@fashion-mnist/core';
import type { Neighbors } from '@fashion-mnist/kernels';

/** How much a neighbour's vote counts. */
export type VoteWeights = 'uniform' | 'distance';

/**
 * Each class's share of the votes of the neighbours.
 *
 * @param codes - The class of each reference, `0..classCount - 1`.
 * @returns Shape `[queryCount, classCount]`, rows add to 1.
 */
export function sharesOfVotes(
  { indices, distances }: Neighbors,
  codes: Int32Array,
  classCount: number,
  weights: VoteWeights,
): NdArray<Float64Array> {
  const [queryCount = 0, neighborCount = 0] = indices.shape;
  const data = new Float64Array(queryCount * classCount);
  const votes = new Float64Array(neighborCount).fill(1);
  for (let query = 0; query < queryCount; query++) {
    const first = query * neighborCount;
    if (weights === 'distance') weighByDistance(distances.data.subarray(first, first + neighborCount), votes);
    const shares = data.subarray(query * classCount, (query + 1) * classCount);
    let total = 0;
    for (let place = 0; place < neighborCount; place++) {
      shares[codes[indices.data[first + place]!]!]! += votes[place]!;
      total += votes[place]!;
    }
    for (let code = 0; code < classCount; code++) shares[code]! /= total;
  }
  return { data, shape: [queryCount, classCount] };
}

/** The class with the greatest share for each query; of equal ones the lowest label. */
export function winners({ data, shape }: NdArray<Float64Array>, classes: Int32Array): Int32Array {
  const [queryCount = 0, classCount = 0] = shape;
  const labels = new Int32Array(queryCount);
  for (let query = 0; query < queryCount; query++) {
    let best = 0;
    for (let code = 1; code < classCount; code++)
      if (data[query * classCount + code]! > data[query * classCount + best]!) best = code;
    labels[query] = classes[best]!;
  }
  return labels;
}

/** By the inverse of the distance; neighbours at distance 0 outvote all others. */
function weighByDistance(distances: Float32Array, votes: Float64Array): void {
  const isAnyAtZero = distances.includes(0);
  for (let place = 0; place < distances.length; place++) {
    const distance = distances[place]!;
    votes[place] = isAnyAtZero ? Number(distance === 0) : 1 / distance;
  }
}
