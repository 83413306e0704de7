import type { PostedCommand } from '@fashion-mnist/kernels';
import { command } from '../../compute/command.ts';
import { ELEMENTS_AT_A_TIME, items } from '../work.ts';

const WORD_BYTES = 4;
/** Rows of the output that an item of a transposition writes. */
const STRIP_ROWS = 16;

/** A dimension that a copy runs through, from the outermost of the output on, with its steps in words. */
interface CopyDimension {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

export interface Copy {
  /** Of the first word, in words. */
  readonly from?: number;
  readonly to?: number;
  readonly dimensions: readonly CopyDimension[];
}

type Four = [CopyDimension, CopyDimension, CopyDimension, CopyDimension];

/** The work of a copy from a place to another. */
export type PlannedCopy = (source: number, target: number) => PostedCommand;

/** Undefined where dimensions are too many. */
export function planCopy({ from = 0, to = 0, dimensions }: Copy): PlannedCopy | undefined {
  const merged = mergeDimensions(dimensions);
  if (merged.length > 4) return undefined;
  const missing = Array.from({ length: 4 - merged.length }, () => ({ length: 1, from: 0, to: 0 }));
  const four = [...missing, ...merged] as Four;
  const copyFour = planTransposition(four) ?? planRows(four);
  return (source, target) => copyFour(source + from * WORD_BYTES, target + to * WORD_BYTES);
}

/** Neighbours that make one run become one dimension, though no longer than a thread takes at a time. */
function mergeDimensions(dimensions: readonly CopyDimension[]): readonly CopyDimension[] {
  const merged: CopyDimension[] = [];
  for (const each of dimensions.toReversed()) {
    if (each.length === 1) continue;
    const inner = merged[0];
    const isRun =
      inner !== undefined && each.from === inner.from * inner.length && each.to === inner.to * inner.length;
    const isShort = inner !== undefined && inner.length * each.length <= ELEMENTS_AT_A_TIME;
    if (isRun && isShort) merged[0] = { ...inner, length: inner.length * each.length };
    else merged.unshift(each);
  }
  return merged.at(-1)?.to === 1 ? merged : [...merged, { length: 1, from: 1, to: 1 }];
}

function planRows([outer, middle, line, word]: Four): PlannedCopy {
  const work = items(outer.length * middle.length * line.length, word.length);
  const lengths = [middle.length, line.length, word.length] as const;
  const steps = [outer.from, middle.from, line.from, word.from, outer.to, middle.to, line.to] as const;
  return (source, target) => command('copyRows', work, source, target, ...lengths, ...steps);
}

/** Undefined unless words that are neighbours in the source lie in another dimension than those in the target. */
function planTransposition(four: Four): PlannedCopy | undefined {
  const column = four[3];
  const row = four.slice(0, 3).find(({ length, from }) => from === 1 && length > 1);
  if (column.from <= 1 || row === undefined) return undefined;
  const [outer, middle] = four.filter((each) => each !== row && each !== column) as [
    CopyDimension,
    CopyDimension,
  ];
  const strips = outer.length * middle.length * Math.ceil(row.length / STRIP_ROWS);
  const work = items(strips, STRIP_ROWS * column.length);
  const lengths = [middle.length, row.length, column.length] as const;
  const steps = [outer.from, middle.from, column.from, outer.to, middle.to, row.to] as const;
  return (source, target) => command('transposeMatrices', work, source, target, ...lengths, ...steps);
}
