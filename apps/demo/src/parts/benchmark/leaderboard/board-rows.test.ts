import { claims } from '@fashion-mnist/benchmark/leaderboard';
import { sortByValue } from '@fashion-mnist/benchmark/report';
import { describe, expect, it } from 'vitest';
import { BOARD_COLUMNS, boardColumn } from './board-columns.ts';
import { boardRows, figureOn, reproduceRowCommand } from './board-rows.ts';

const rows = boardRows();
const rowOf = (id: string) => {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};

describe('the rows of the leaderboard', () => {
  it('has every claim of the original, and our own', () => {
    expect(
      rows
        .filter(({ claimed }) => claimed !== null)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(claims.map(({ id }) => id).toSorted());
    expect(rows.some(({ id, claimed }) => id === 'compact-3-hours' && claimed === null)).toBe(true);
  });

  it('puts the figures of the run beside each claim that is verified', () => {
    for (const claim of claims) {
      const figure = figureOn(rowOf(claim.id), 'fashion-mnist');
      expect(figure?.accuracy).toBe(claim.status === 'verified' ? claim.verified_fashion : undefined);
    }
  });

  it('has a command for what has a recipe, and for nothing else', () => {
    expect(reproduceRowCommand(rowOf('hog-svm'))).toBe('fashion-mnist leaderboard run hog-svm');
    expect(reproduceRowCommand(rowOf('human-performance'))).toBeUndefined();
  });

  it('counts 1,000 images behind the accuracy of people, and 10,000 behind all others', () => {
    expect(rowOf('human-performance').imageCount).toBe(1000);
    expect(rowOf('hog-svm').imageCount).toBe(10_000);
  });

  it.each(BOARD_COLUMNS)('is sorted by $title, rows without a value last', ({ key }) => {
    const { valueOf } = boardColumn(key);
    const values = sortByValue(rows, valueOf, false).map(valueOf);
    const known = values.filter((value) => value !== null);
    expect(values.slice(known.length).every((value) => value === null)).toBe(true);
    expect(known.length).toBeGreaterThan(0);
  });
});
