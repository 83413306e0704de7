import { util } from '@tensorflow/tfjs-core';
import type { Work } from '../../compute/command.ts';
import { items } from '../work.ts';

/** Rows that arrays of equal shapes, or an array and a number, are cut into. */
const ROW_ELEMENTS = 4096;

/** How one of two arrays is walked, in elements; 0 where it is broadcast. */
interface Steps {
  readonly inner: number;
  readonly middle: number;
  readonly outer: number;
}

/** Two arrays as blocks of `middle` rows of `inner` elements. */
export interface BroadcastRows {
  readonly inner: number;
  readonly middle: number;
  readonly a: Steps;
  readonly b: Steps;
  readonly work: Work;
}

/** Neighbouring dimensions that both arrays have, or that only one has. */
interface Group {
  readonly length: number;
  readonly inA: boolean;
  readonly inB: boolean;
}

/** The rows of two shapes that broadcast to `shape`, undefined where they change roles more than twice. */
export function broadcastRows(
  aShape: readonly number[],
  bShape: readonly number[],
  shape: readonly number[],
): BroadcastRows | undefined {
  const size = util.sizeFromShape([...shape]);
  const groups = groupDimensions(aShape, bShape, shape);
  if (groups.length > 3) return undefined;
  if (groups.length <= 1) return flatRows(size, groups[0] ?? { length: 1, inA: true, inB: true });
  const [inner, middle, outer] = groups.toReversed() as [Group, Group, Group?];
  return {
    inner: inner.length,
    middle: middle.length,
    a: stepsOf('inA', inner, middle, outer),
    b: stepsOf('inB', inner, middle, outer),
    work: items(size / inner.length, inner.length),
  };
}

function groupDimensions(
  aShape: readonly number[],
  bShape: readonly number[],
  shape: readonly number[],
): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, length] of shape.entries()) {
    if (length === 1) continue;
    const inA = (aShape[index - shape.length + aShape.length] ?? 1) !== 1;
    const inB = (bShape[index - shape.length + bShape.length] ?? 1) !== 1;
    const last = groups.at(-1);
    if (last?.inA === inA && last.inB === inB)
      groups[groups.length - 1] = { ...last, length: last.length * length };
    else groups.push({ length, inA, inB });
  }
  return groups;
}

function flatRows(size: number, { inA, inB }: Group): BroadcastRows {
  const middle = Math.ceil(size / ROW_ELEMENTS);
  const steps = (isPresent: boolean) =>
    isPresent ? { inner: 1, middle: ROW_ELEMENTS, outer: 0 } : { inner: 0, middle: 0, outer: 0 };
  return { inner: ROW_ELEMENTS, middle, a: steps(inA), b: steps(inB), work: items(middle, ROW_ELEMENTS) };
}

function stepsOf(array: 'inA' | 'inB', inner: Group, middle: Group, outer: Group | undefined): Steps {
  const innerLength = inner[array] ? inner.length : 1;
  const middleLength = middle[array] ? middle.length : 1;
  return {
    inner: inner[array] ? 1 : 0,
    middle: middle[array] ? innerLength : 0,
    outer: outer?.[array] === true ? innerLength * middleLength : 0,
  };
}
