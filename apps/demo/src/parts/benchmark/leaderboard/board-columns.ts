import { formatAccuracy } from '@fashion-mnist/benchmark/leaderboard';
import { formatDifference } from '@fashion-mnist/benchmark/report';
import { type BoardRow, figureOn } from './board-rows.ts';

export type BoardColumnKey =
  | 'classifier'
  | 'claimed'
  | 'verified'
  | 'difference'
  | 'claimed-mnist'
  | 'verified-mnist'
  | 'submitter'
  | 'status';

export interface BoardColumn {
  readonly key: BoardColumnKey;
  readonly title: string;
  readonly isNumber: boolean;
  readonly valueOf: (row: BoardRow) => number | string | null;
  readonly textOf: (row: BoardRow) => string;
}

const words = (key: BoardColumnKey, title: string, textOf: (row: BoardRow) => string): BoardColumn => ({
  key,
  title,
  isNumber: false,
  valueOf: textOf,
  textOf,
});

const figure = (
  key: BoardColumnKey,
  title: string,
  valueOf: (row: BoardRow) => number | null,
  format: (value: number) => string = formatAccuracy,
): BoardColumn => ({
  key,
  title,
  isNumber: true,
  valueOf,
  textOf: (row) => {
    const value = valueOf(row);
    return value === null ? '' : format(value);
  },
});

/** The columns of the leaderboard, from left to right. */
export const BOARD_COLUMNS: readonly BoardColumn[] = [
  words('classifier', 'Classifier', ({ classifier }) => classifier),
  figure('claimed', 'Claimed', ({ claimed }) => claimed),
  figure('verified', 'Verified', (row) => figureOn(row, 'fashion-mnist')?.accuracy ?? null),
  figure('difference', 'Difference', differenceOf, formatDifference),
  figure('claimed-mnist', 'MNIST claimed', ({ claimedMnist }) => claimedMnist),
  figure('verified-mnist', 'MNIST verified', (row) => figureOn(row, 'mnist')?.accuracy ?? null),
  words('submitter', 'Submitter', ({ submitter }) => submitter),
  words('status', 'Status', ({ statusText }) => statusText),
];

/** @throws {RangeError} there is no such column. */
export function boardColumn(key: BoardColumnKey): BoardColumn {
  const column = BOARD_COLUMNS.find((candidate) => candidate.key === key);
  if (column === undefined) throw new RangeError(`leaderboard: expected a column, got ${key}`);
  return column;
}

/** Ours less the claim, on Fashion-MNIST. */
function differenceOf(row: BoardRow): number | null {
  const verified = figureOn(row, 'fashion-mnist');
  return verified === undefined || row.claimed === null ? null : verified.accuracy - row.claimed;
}
