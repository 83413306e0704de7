import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Predictions } from '../../state/predictions.ts';
import { answersOf } from './answers.ts';
import { confusionOf, countOf, shareOf } from './confusion.ts';
import { movedCell } from './moved-cell.ts';
import { idsIn, rank } from './ranking.ts';

const labels = Uint8Array.of(0, 1, 1, 0, 1);

function piece(first: number, rows: readonly (readonly number[])[], unseen = true): Predictions {
  const probabilities = Float32Array.from(rows.flat());
  return { model: 'm', dataset: 'd', first, count: rows.length, probabilities, unseen };
}

const pieces = [
  piece(3, [
    [0.25, 0.75],
    [0.5, 0.5],
  ]),
  piece(0, [
    [1, 0],
    [0.625, 0.375],
    [0.125, 0.875],
  ]),
];
const all = answersOf(pieces, { labels, classCount: 2, split: undefined });

describe('answersOf', () => {
  it('puts pieces in the order of their ids, and judges each image', () => {
    expect([...all.ids]).toEqual([0, 1, 2, 3, 4]);
    expect([...all.labels]).toEqual([...labels]);
    expect([...all.predicted]).toEqual([0, 0, 1, 1, 0]);
    expect([...all.confidence]).toEqual([1, 0.625, 0.875, 0.75, 0.5]);
    expect([...all.margin]).toEqual([1, 0.25, 0.75, 0.5, 0]);
  });

  it('leaves out what is not of the split', () => {
    const test = answersOf(pieces, { labels, classCount: 2, split: { first: 2, count: 2 } });
    expect([...test.ids]).toEqual([2, 3]);
    expect([...test.probabilities]).toEqual([0.125, 0.875, 0.25, 0.75]);
    expect(answersOf(pieces, { labels, classCount: 2, split: { first: 9, count: 2 } }).ids).toHaveLength(0);
  });

  it('counts as unseen only what is unseen altogether', () => {
    const mixed = [...pieces, piece(5, [[1, 0]], false)];
    expect(all.unseen).toBe(true);
    expect(answersOf(mixed, { labels, classCount: 2, split: undefined }).unseen).toBe(false);
  });
});

describe('confusionOf', () => {
  it('counts labels against answers', () => {
    const confusion = confusionOf(all);
    expect([...confusion.counts]).toEqual([1, 1, 2, 1]);
    expect(confusion.rightCount).toBe(2);
    expect(countOf(confusion, { label: 1, predicted: 0 })).toBe(2);
    expect(shareOf(confusion, { label: 1, predicted: 0 })).toBeCloseTo(2 / 3, 12);
  });

  it('knows no share of a label without images', () => {
    const test = answersOf(pieces, { labels, classCount: 2, split: { first: 0, count: 1 } });
    expect(shareOf(confusionOf(test), { label: 1, predicted: 0 })).toBe(0);
  });
});

describe('rank', () => {
  it('ranks wrong answers from the surest on', () => {
    expect([...rank(all, { order: 'surest', cell: undefined })]).toEqual([3, 1, 4]);
  });

  it('ranks all answers from the most doubtful on', () => {
    expect([...rank(all, { order: 'doubtful', cell: undefined })]).toEqual([4, 1, 3, 2, 0]);
  });

  it('ranks as sorting by probability or margin does, equal ones by id', () => {
    const rows = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (odds) => {
        const some = answersOf(
          [
            piece(
              0,
              odds.map((row) => row.map((value) => (value + 1) / (row[0] + row[1] + row[2] + 3))),
            ),
          ],
          { labels: new Uint8Array(odds.length), classCount: 3, split: undefined },
        );
        const places = Array.from(some.ids);
        const sorted = (keys: Float32Array, sign: number) =>
          places.toSorted((a, b) => sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) || a - b);
        expect([...rank(some, { order: 'doubtful', cell: undefined })]).toEqual(sorted(some.margin, 1));
        expect([...rank(some, { order: 'surest', cell: undefined })]).toEqual(
          sorted(some.confidence, -1).filter((at) => some.predicted[at] !== 0),
        );
      }),
    );
  });

  it('keeps to a cell, right or wrong', () => {
    expect([...rank(all, { order: 'surest', cell: { label: 1, predicted: 0 } })]).toEqual([1, 4]);
    expect([...rank(all, { order: 'surest', cell: { label: 1, predicted: 1 } })]).toEqual([2]);
    expect([...idsIn(all, { label: 1, predicted: 0 })]).toEqual([1, 4]);
  });
});

describe('movedCell', () => {
  it('stays within the matrix', () => {
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'));
    fc.assert(
      fc.property(keys, (presses) => {
        let cell = { label: 1, predicted: 2 };
        for (const key of presses) cell = movedCell(cell, key, 4) ?? cell;
        for (const place of [cell.label, cell.predicted]) expect([0, 1, 2, 3]).toContain(place);
      }),
    );
  });

  it('goes one cell, or to an end of the row', () => {
    expect(movedCell({ label: 1, predicted: 2 }, 'ArrowDown', 4)).toEqual({ label: 2, predicted: 2 });
    expect(movedCell({ label: 1, predicted: 2 }, 'Home', 4)).toEqual({ label: 1, predicted: 0 });
    expect(movedCell({ label: 1, predicted: 2 }, 'a', 4)).toBeUndefined();
  });
});
