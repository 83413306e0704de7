import type { PoolArray, Region, WorkerPool } from '@fashion-mnist/kernels';

/** Puts arrays into the memory of a pool. */
export interface PoolArrays {
  /** A pointer to a copy. */
  write(array: PoolArray): Promise<number>;
  /** A pointer to so many bytes of any content. */
  room(byteLength: number): number;
}

/** Few enough that the caller's thread is not held up. */
const WRITTEN_AT_ONCE = 2 ** 20;

export function poolArrays(pool: WorkerPool, region: Region): PoolArrays {
  return {
    async write(array) {
      const pointer = region.alloc(array.byteLength);
      for (let start = 0; start < array.length; start += WRITTEN_AT_ONCE)
        await pool.write(
          pointer + start * array.BYTES_PER_ELEMENT,
          array.subarray(start, start + WRITTEN_AT_ONCE),
        );
      return pointer;
    },
    room: (byteLength) => region.alloc(byteLength),
  };
}
