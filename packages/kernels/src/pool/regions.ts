import { FreeList } from './free-list.ts';
import type { Region } from './worker-pool.ts';

/** The memory of a pool as regions. */
export interface Regions {
  readonly usedBytes: number;
  open(): Region;
}

/** @param ensure - Makes the memory reach to a byte, or throws. */
export function createRegions(firstByte: number, ensure: (byteLength: number) => void): Regions {
  const list = new FreeList(firstByte);
  return {
    get usedBytes() {
      return list.usedBytes;
    },
    open() {
      let pointers: number[] = [];
      return {
        alloc(byteLength) {
          const pointer = list.take(byteLength);
          try {
            ensure(list.end);
          } catch (error) {
            list.giveBack(pointer);
            throw error;
          }
          pointers.push(pointer);
          return pointer;
        },
        release() {
          for (const pointer of pointers) list.giveBack(pointer);
          pointers = [];
        },
      };
    },
  };
}
