import { describe, expect, it } from 'vitest';
import { weightedVote } from './weighted-vote.ts';

const labels = Uint8Array.of(0, 1, 2, 1);

describe('weightedVote', () => {
  it('counts neighbours by the inverse of their distance', () => {
    const graph = {
      k: 2,
      ids: Uint32Array.of(1, 2, 0, 2, 3, 0, 1, 2),
      distances: Float32Array.of(1, 3, 1, 1, 2, 2, 4, 12),
    };
    expect([...weightedVote(graph, labels, { k: 2, classCount: 3 })]).toEqual(
      [
        [0, 0.75, 0.25],
        [0.5, 0, 0.5],
        [0.5, 0.5, 0],
        [0, 0.75, 0.25],
      ].flat(),
    );
  });

  it('counts only identical images where there are some', () => {
    const graph = {
      k: 2,
      ids: Uint32Array.of(1, 2, 0, 3, 0, 3, 1, 2),
      distances: Float32Array.of(0, 0, 0, 9, 0, 5, 9, 5),
    };
    expect([...weightedVote(graph, labels, { k: 2, classCount: 3 })].slice(0, 9)).toEqual(
      [
        [0, 0.5, 0.5],
        [1, 0, 0],
        [1, 0, 0],
      ].flat(),
    );
  });

  it('lets only the k nearest vote', () => {
    const graph = {
      k: 2,
      ids: Uint32Array.of(1, 2, 2, 0, 1, 0),
      distances: Float32Array.of(1, 2, 1, 2, 1, 2),
    };
    expect([...weightedVote(graph, labels.subarray(0, 3), { k: 1, classCount: 3 })]).toEqual(
      [
        [0, 1, 0],
        [0, 0, 1],
        [0, 1, 0],
      ].flat(),
    );
  });
});
