import { describe, expect, it } from 'vitest';
import { openByteSource, toZipSource } from './byte-source.ts';

const MIB = 2 ** 20;
const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);

/** Zeros that nothing is allocated for, and the parts that were read of them. */
function zeros(byteLength: number) {
  const reads: (readonly [offset: number, length: number])[] = [];
  const read = async (offset: number, length: number) => {
    reads.push([offset, length]);
    return new Uint8Array(Math.min(length, byteLength - offset, 2 * MIB));
  };
  return { source: { byteLength, read }, reads };
}

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<number[][]> {
  const reader = stream.getReader();
  const chunks: number[][] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push([...read.value]);
  return chunks;
}

describe.each([
  { of: 'memory', source: openByteSource(bytes) },
  { of: 'a blob', source: openByteSource(new Blob([bytes])) },
])('a source of $of', ({ source }) => {
  it('reads any part, and less at the end', async () => {
    expect(source.byteLength).toBe(100);
    expect(await source.read(10, 3)).toEqual(Uint8Array.of(10, 11, 12));
    expect(await source.read(98, 3)).toEqual(Uint8Array.of(98, 99));
  });
});

describe('what zip.js reads from', () => {
  const zipSource = toZipSource(openByteSource(bytes));

  it('streams everything, the rest, or a part', async () => {
    expect(zipSource.size).toBe(100);
    expect(await chunksOf(zipSource.readable)).toEqual([[...bytes]]);
    expect(await chunksOf(zipSource.createReadable({ offset: 90 }))).toEqual([[...bytes.subarray(90)]]);
    expect(await chunksOf(zipSource.createReadable({ offset: 90, size: 2 }))).toEqual([[90, 91]]);
    expect(await chunksOf(zipSource.createReadable({ offset: 90, size: 50 }))).toEqual([
      [...bytes.subarray(90)],
    ]);
    expect(await chunksOf(zipSource.createReadable({ offset: 90, size: 0 }))).toEqual([]);
  });

  it('reads a stream in parts of 1 MiB, when they are asked for', async () => {
    const { source, reads } = zeros(10 * MIB);
    const stream = toZipSource(source).createReadable({ offset: 5, size: 2 * MIB + 7 });
    const reader = stream.getReader();
    await reader.read();
    expect(reads).toEqual([[5, MIB]]);
    await reader.read();
    await reader.read();
    expect(reads).toEqual([
      [5, MIB],
      [5 + MIB, MIB],
      [5 + 2 * MIB, 7],
    ]);
    expect((await reader.read()).done).toBe(true);
  });

  it('ends a stream where the source does, though it says that there is more', async () => {
    const stream = toZipSource({ byteLength: 9, read: async () => new Uint8Array(0) }).readable;
    expect(await chunksOf(stream)).toEqual([]);
  });

  it('reads at most 16 MiB at once', async () => {
    const { source, reads } = zeros(100 * MIB);
    await toZipSource(source).readUint8Array(3, 16 * MIB);
    expect(reads).toEqual([[3, 16 * MIB]]);
    await expect(toZipSource(source).readUint8Array(3, 16 * MIB + 1)).rejects.toMatchObject({
      code: 'E_ARCHIVE',
      message: 'zip: expected a directory of at most 16777216 bytes, got 16777217',
    });
  });
});
