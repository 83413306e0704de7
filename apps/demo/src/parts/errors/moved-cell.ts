import type { Cell } from './confusion.ts';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Where a key leads from a cell, within the matrix; undefined: it leads nowhere. */
export function movedCell({ label, predicted }: Cell, key: string, classCount: number): Cell | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const within = (value: number) => Math.min(classCount - 1, Math.max(0, value));
  return { label: within(label + step[0]), predicted: within(predicted + step[1]) };
}
