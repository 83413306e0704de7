import { InvalidArgumentError } from 'commander';

/** A whole number >= 0, in decimal digits only. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Expected a whole number.');
  return value;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns, for example `3x10`. */
export function parseGrid(text: string): Grid {
  const [, rows, columns] = /^([0-9]{1,4})x([0-9]{1,4})$/.exec(text) ?? [];
  const grid = { rows: Number(rows), columns: Number(columns) };
  if (!(grid.rows > 0 && grid.columns > 0))
    throw new InvalidArgumentError('Expected rows and columns, for example 3x10.');
  return grid;
}
