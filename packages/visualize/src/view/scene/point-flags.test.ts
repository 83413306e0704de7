import { describe, expect, it } from 'vitest';
import { computeFlags, DIMMED, HIDDEN, MARKED, type PointFilter, SELECTED } from './point-flags.ts';

const everything: PointFilter = {
  labels: Uint8Array.of(0, 1, 0, 1),
  positions: Float32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
  visibleClasses: [true, true],
  mask: undefined,
  emphasis: undefined,
  selection: new Uint32Array(0),
  marks: new Uint32Array(0),
};

function flagsOf(filter: Partial<PointFilter>): readonly number[] {
  return [...computeFlags({ ...everything, ...filter }).flags];
}

describe('computeFlags', () => {
  it('shows every point by default', () => {
    expect(computeFlags(everything)).toEqual({ flags: new Uint8Array(4), visibleCount: 4 });
  });

  it('hides classes, masked points and points that are nowhere', () => {
    expect(flagsOf({ visibleClasses: [false, true] })).toEqual([HIDDEN, 0, HIDDEN, 0]);
    expect(flagsOf({ mask: Uint8Array.of(1, 1, 1, 0) })).toEqual([0, 0, 0, HIDDEN]);
    expect(flagsOf({ positions: Float32Array.of(0, 0, NaN, NaN, 2, 2, 3, 3) })).toEqual([0, HIDDEN, 0, 0]);
  });

  it('dims all but a class or some points', () => {
    expect(flagsOf({ emphasis: { label: 1 } })).toEqual([DIMMED, 0, DIMMED, 0]);
    expect(flagsOf({ emphasis: { ids: Uint32Array.of(2) } })).toEqual([DIMMED, DIMMED, 0, DIMMED]);
  });

  it('tells selected from marked points, and a hidden point is neither', () => {
    const flags = flagsOf({
      selection: Uint32Array.of(0, 1),
      marks: Uint32Array.of(1, 2),
      mask: Uint8Array.of(1, 1, 0, 1),
    });
    expect(flags).toEqual([SELECTED, SELECTED | MARKED, HIDDEN, 0]);
  });

  it('counts what can be seen', () => {
    expect(computeFlags({ ...everything, visibleClasses: [false, true] }).visibleCount).toBe(2);
  });
});
