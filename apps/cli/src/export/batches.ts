import type { NdArray } from '@fashion-mnist/core';

const RECORDS_PER_BATCH = 1024;

/** The records of an array, many at a time; each batch is counted once the next one is asked for. */
export function* batches(
  { data, shape: [count = 0] }: NdArray<Uint8Array>,
  onRecords?: (count: number) => void,
): Generator<Uint8Array> {
  const recordBytes = data.length / Math.max(count, 1);
  for (let start = 0; start < count; start += RECORDS_PER_BATCH) {
    const end = Math.min(start + RECORDS_PER_BATCH, count);
    yield data.subarray(start * recordBytes, end * recordBytes);
    onRecords?.(end - start);
  }
}
