import type { Heap } from '../compute/heap.ts';

type Placer = (type: keyof typeof BYTES_OF_TYPE, length: number, draw: (i: number) => number) => number;

const BYTES_OF_TYPE = { u8: 1, i32: 4, f32: 4, f64: 8 };

/** Lays out values, one by one as drawn; gives pointers. */
export function placer(heap: Heap, alloc: (byteLength: number) => number): Placer {
  return (type: keyof typeof BYTES_OF_TYPE, length: number, draw: (i: number) => number): number => {
    const bytes = BYTES_OF_TYPE[type];
    const pointer = alloc(length * bytes);
    for (let i = 0; i < length; i++) heap[type][pointer / bytes + i] = draw(i);
    return pointer;
  };
}
