import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';

async function* chunks(...list: readonly (readonly number[])[]): AsyncGenerator<Uint8Array> {
  for (const chunk of list) yield Uint8Array.from(chunk);
}

describe('ByteReader', () => {
  it('peeks at as much as is asked for, from any number of chunks, and does not move', async () => {
    const reader = new ByteReader(chunks([], [1], [2], [], [3, 4, 5], [6]));
    for (const length of [0, 1, 2, 3, 4]) {
      expect([...(await reader.peek(length))].slice(0, length)).toEqual([1, 2, 3, 4].slice(0, length));
    }
    expect([...(await reader.take(6))]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives less at the end only', async () => {
    const reader = new ByteReader(chunks([1, 2], [3]));
    expect([...(await reader.peek(9))]).toEqual([1, 2, 3]);
    expect([...(await reader.take(2))]).toEqual([1, 2]);
    expect([...(await reader.take(2 ** 40))]).toEqual([3]);
    expect([...(await reader.take(1))]).toEqual([]);
  });

  it('gives what is left in chunks, those first that were peeked at', async () => {
    const reader = new ByteReader(chunks([1], [2, 3], [4]));
    await reader.peek(2);
    const rest: number[] = [];
    for await (const chunk of reader.rest()) rest.push(...chunk);
    expect(rest).toEqual([1, 2, 3, 4]);
  });

  it('joins more chunks than fit in what it allocates at first', async () => {
    const part = new Array<number>(300_000).fill(7);
    const bytes = await new ByteReader(chunks(part, part, part, part, part)).take(1_500_000);
    expect(bytes).toHaveLength(1_500_000);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
    expect(bytes.buffer.byteLength).toBe(1_500_000);
  });
});
