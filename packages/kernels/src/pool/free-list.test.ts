import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FreeList } from './free-list.ts';

describe('FreeList', () => {
  it('begins at a multiple of 64 and gives every pointer such a place', () => {
    const list = new FreeList(100);
    expect([list.take(1), list.take(65), list.take(0)]).toEqual([128, 192, 320]);
    expect(list.usedBytes).toBe(64 + 128 + 64);
  });

  it('gives bytes away again that came back, joined with their free neighbours', () => {
    const list = new FreeList(0);
    const [first, second, third] = [list.take(64), list.take(64), list.take(64)];
    list.take(64);
    list.giveBack(first);
    list.giveBack(third);
    list.giveBack(second);
    expect(list.take(192)).toBe(0);
  });

  it('ends where the last bytes in use end', () => {
    const list = new FreeList(0);
    list.giveBack(list.take(64));
    expect(list.take(128)).toBe(0);
    expect(list.end).toBe(128);
  });

  it('fills a hole with what has its size, however odd', () => {
    for (const size of [1, 64, 2047, 2049, 12_345, 99_999, 7_654_321, 2 ** 31 + 5]) {
      const list = new FreeList(0);
      const [first, hole] = [list.take(size), list.take(size), list.take(size)];
      list.giveBack(hole);
      expect(list.take(size)).toBe(hole);
      expect(list.usedBytes).toBe(3 * 64 * Math.ceil(size / 64));
      expect(list.end / 3).toBeLessThanOrEqual(Math.max(size * (1 + 1 / 32), size + 64));
      expect(first).toBe(0);
    }
  });

  it('prefers holes to growing, and takes the rest of one for what comes next', () => {
    const list = new FreeList(0);
    const [hole] = [list.take(100 * 64), list.take(64)];
    const { end } = list;
    list.giveBack(hole);
    expect([list.take(60 * 64), list.take(40 * 64)]).toEqual([hole, hole + 60 * 64]);
    expect(list.end).toBe(end);
  });

  it('takes memory that no machine has from behind the end', () => {
    const list = new FreeList(0);
    const [small, last] = [list.take(64), list.take(64)];
    list.giveBack(small);
    const huge = list.take(2 ** 40);
    expect(huge).toBe(last + 64);
    list.giveBack(huge);
    expect(list.end).toBe(last + 64);
  });

  it('refuses to take back what it has not given', () => {
    const list = new FreeList(0);
    const pointer = list.take(8);
    list.giveBack(pointer);
    expect(() => list.giveBack(pointer)).toThrow(RangeError);
  });

  it('never gives the same byte twice, and ends empty when all came back', () => {
    const steps = fc.array(
      fc.record({ size: fc.oneof(fc.nat(1000), fc.nat(10_000_000)), takeBack: fc.option(fc.nat()) }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(steps, (plan) => {
        const list = new FreeList(0);
        const held: { start: number; end: number }[] = [];
        for (const { size, takeBack } of plan) {
          const start = list.take(size);
          const end = start + Math.max(size, 1);
          expect(held.every((other) => end <= other.start || start >= other.end)).toBe(true);
          expect(end).toBeLessThanOrEqual(list.end);
          held.push({ start, end });
          if (takeBack !== null) list.giveBack(held.splice(takeBack % held.length, 1)[0]!.start);
        }
        for (const { start } of held) list.giveBack(start);
        expect(list.usedBytes).toBe(0);
        expect(list.end).toBe(0);
      }),
    );
  });
});
