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

  it('peeks without a copy where one chunk has enough, and else at no more than is asked for', async () => {
    const first = Uint8Array.of(1, 2);
    const steps = [first, new Uint8Array(1000)];
    let pulls = 0;
    const next = async () => ({ done: false, value: steps[pulls++] as Uint8Array }) as const;
    const reader = new ByteReader({ next });
    expect(await reader.peek(2)).toBe(first);
    expect(pulls).toBe(1);
    expect(await reader.peek(5)).toHaveLength(5);
  });

  it('takes a step that does not say whether it is the last one for a chunk', async () => {
    const steps = [{ value: Uint8Array.of(7) }, { done: true as const, value: undefined }];
    const next = async () => steps.shift() as IteratorResult<Uint8Array>;
    expect([...(await new ByteReader({ next }).take(9))]).toEqual([7]);
  });

  it.each(['text', undefined])('refuses the chunk %j with what it is', async (chunk) => {
    const next = async () => ({ done: false, value: chunk as never }) as const;
    const run = new ByteReader({ next }).take(1);
    await expect(run).rejects.toThrow(`expected chunks that are Uint8Array, got ${typeof chunk}`);
  });

  it('allocates a megabyte before more has arrived, and at once as much as a large chunk needs', async () => {
    const little = await new ByteReader(chunks([1, 2, 3])).take(2 ** 40);
    expect(little.buffer.byteLength).toBe(2 ** 20);
    const large = [new Uint8Array(3_000_000).fill(1), new Uint8Array(2_000_000).fill(2)];
    const next = async () => ({ done: false, value: large.shift() as Uint8Array }) as const;
    const bytes = await new ByteReader({ next }).take(5_000_000);
    expect([bytes[0], bytes[2_999_999], bytes[3_000_000], bytes[4_999_999]]).toEqual([1, 1, 2, 2]);
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
