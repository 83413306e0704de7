import { InvalidArgumentError } from 'commander';
import { MOST_THREADS } from './threads.ts';

const MAX_PORT = 65_535;

/** A whole number >= 0, in decimal digits only. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Expected a whole number.');
  return value;
}

/** A whole number >= 1. */
export function parseCount(text: string): number {
  const count = parseWholeNumber(text);
  if (count < 1) throw new InvalidArgumentError('Expected at least 1.');
  return count;
}

/** A finite number above 0. */
export function parsePositive(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new InvalidArgumentError('Expected a number above 0.');
  return value;
}

export function parsePort(text: string): number {
  const port = parseWholeNumber(text);
  if (port > MAX_PORT) throw new InvalidArgumentError(`Expected 0..${MAX_PORT}.`);
  return port;
}

export function parseThreads(text: string): number {
  const threads = parseWholeNumber(text);
  if (threads < 1 || threads > MOST_THREADS) throw new InvalidArgumentError(`Expected 1..${MOST_THREADS}.`);
  return threads;
}

/** A path, which is never empty: an empty one is most likely a variable that was not set. */
export function parsePath(text: string): string {
  if (text === '') throw new InvalidArgumentError('Expected a path.');
  return text;
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
