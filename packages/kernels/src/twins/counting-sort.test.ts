import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKernels } from '../testing/both-kernels.ts';
import { layOut } from '../testing/lay-out.ts';

const { compiled, twin } = await bothKernels();

describe.each([
  { kind: 'compiled', under: compiled },
  { kind: 'twin', under: twin },
])('counting sort, $kind', ({ under: { kernels, heap } }) => {
  it('orders items by key, equal ones as they come, whatever the pieces', () => {
    const keyLists = fc.array(fc.nat(6), { maxLength: 60 });
    fc.assert(
      fc.property(keyLists, fc.integer({ min: 1, max: 70 }), (keyList, grain) => {
        const count = keyList.length;
        const pieceCount = Math.ceil(count / grain);
        const [keys, histograms, starts, order] = layOut(count * 4, pieceCount * 28, 32, count * 4) as [
          number,
          number,
          number,
          number,
        ];
        heap.i32.set(keyList, keys / 4);
        const eachPiece = (work: (begin: number, end: number) => void) => {
          for (let begin = 0; begin < count; begin += grain) work(begin, Math.min(begin + grain, count));
        };
        eachPiece((begin, end) => kernels.countKeys(keys, 7, histograms, grain, begin, end));
        kernels.startKeys(7, pieceCount, histograms, starts, 0, 1);
        eachPiece((begin, end) => kernels.orderByKey(keys, 7, histograms, order, grain, begin, end));
        const sorted = Array.from(keyList.keys()).toSorted((a, b) => keyList[a]! - keyList[b]!);
        expect(heap.i32.slice(order / 4, order / 4 + count)).toEqual(Int32Array.from(sorted));
        const below = Array.from({ length: 8 }, (_, key) => keyList.filter((other) => other < key).length);
        expect(heap.i32.slice(starts / 4, starts / 4 + 8)).toEqual(Int32Array.from(below));
      }),
    );
  });
});
