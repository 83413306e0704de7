import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIds, encodeIds } from './id-codec.ts';

const COUNT = 70_000;
const idLists = fc
  .uniqueArray(fc.nat({ max: COUNT - 1 }), { maxLength: 500 })
  .map((ids) => ids.toSorted((a, b) => a - b));

describe('encodeIds and decodeIds', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(idLists, (ids) => {
        expect([...(decodeIds(encodeIds(ids), COUNT) ?? [])]).toEqual(ids);
      }),
    );
  });

  it('take at most 1,400 characters for 500 ids', () => {
    const spread = Array.from({ length: 500 }, (_, i) => 140 * i);
    expect(encodeIds(spread).length).toBeLessThanOrEqual(1400);
    fc.assert(fc.property(idLists, (ids) => encodeIds(ids).length <= 1400));
  });

  it('never throw, and give nothing but ids, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ids = decodeIds(text, COUNT);
        expect(ids === undefined || ids.every((id) => id < COUNT)).toBe(true);
      }),
    );
  });

  it.each(['gA', '====', 'a', 'ü', '%%'])('refuse %s', (text) => {
    expect(decodeIds(text, COUNT)).toBeUndefined();
  });

  it('refuse ids that the dataset does not have', () => {
    expect(decodeIds(encodeIds([COUNT]), COUNT)).toBeUndefined();
  });
});
